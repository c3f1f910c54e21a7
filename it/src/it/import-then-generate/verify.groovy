String log = new File(basedir, 'build.log').text
assert log.contains('[ERROR] src/main/events/schemas/invoice-issued/1.0.json:7:62: error [unresolved-reference] No supplied document has the id'
    + ' or path https://schemas.bank.example/v2/money.json, and nothing is ever fetched. Add the document, or vendor it with events:import.')
// What is not known is not judged.
assert !log.contains('[unbounded-text]')

String money = '_imported/https_schemas.bank.example_v2_money.json: '
assert log.contains("[INFO] ${money}written, for https://schemas.bank.example/v2/money.json")
assert log.contains('[INFO] No reference is missing.')
assert log.contains("[INFO] ${money}nothing changed, for https://schemas.bank.example/v2/money.json")
File copy = new File(basedir, 'src/main/events/schemas/_imported/https_schemas.bank.example_v2_money.json')
assert copy.bytes == new File(basedir, 'downloads/money.json').bytes

assert log.contains('[INFO] System billing: 1 event')
// Called as their authors call them, not by their whole ids.
['event/InvoiceIssuedV1', 'type/Money', 'type/Payee'].each {
  assert new File(basedir, "target/classes/com/example/billing/${it}.class").isFile() : it
}

assert log.contains('[ERROR] party.json:1:1: error [import-id] The document has no absolute $id')
assert !new File(basedir, 'src/main/events/schemas/_imported').list().any { it.contains('party') }
