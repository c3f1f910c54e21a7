String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Wrote src/main/java/com/example/quickstart/ReserveStock.java; it is yours now')
assert log.contains('[INFO] Wrote src/main/java/com/example/quickstart/OrderPlacedV1ToV2.java; it is yours now')
assert log.contains('[INFO] System quickstart: 2 events, 1 entity, 1 worker')
assert log =~ /\[INFO\] Java: \d+ written, 0 unchanged, 0 removed in target\/generated-sources\/events/
assert log.contains('[INFO] SAM template: 4 written, 0 unchanged, 0 removed in target/sam')

File generated = new File(basedir, 'target/generated-sources/events/com/example/quickstart')
['event/OrderPlacedV1.java', 'event/OrderPlacedV2.java', 'entity/Stock.java', 'worker/ReserveStockWorker.java',
 'function/ReserveStockFunction.java'].each { assert new File(generated, it).isFile() : it }
['event/OrderPlacedV2.class', 'ReserveStock.class'].each {
  assert new File(basedir, "target/classes/com/example/quickstart/$it").isFile() : it
}
assert new File(basedir, 'target/sam/template.yaml').text.contains('Runtime: java25')
assert new File(basedir, 'target/sam/samconfig.toml').isFile()
