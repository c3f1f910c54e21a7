String log = new File(basedir, 'build.log').text
String yaml = '[ERROR] src/main/events/system.yaml:'
assert log.contains(yaml + '5:28: error [unknown-schema-file] There is no readable schema file of that name in the folder schemas. Did you mean schemas/_entities/stock.json?')
assert log.contains(yaml + '9:9: error [unknown-event] Worker reserve-stock consumes order-plced@2, and no schema has that name. Did you mean order-placed?')
assert log.contains(yaml + '13:5: error [unknown-key] There is no key timout in a worker. Did you mean timeout?')
assert log.contains(yaml + '16:14: error [unknown-entity] Worker bill-order changes stok, and there is no entity of that name. Did you mean stock?')
assert log.contains(yaml + '17:13: error [unknown-event] Worker bill-order emits order-placd@2, and no schema has that name. Did you mean order-placed?')
assert log.contains('5 errors; nothing was written')
assert !new File(basedir, 'target/generated-sources').exists()
assert !new File(basedir, 'target/sam').exists()
