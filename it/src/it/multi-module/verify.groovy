String log = new File(basedir, 'build.log').text
// Once, in the module that has events, not in the others.
assert log.count('[INFO] System quickstart: 2 events, 1 entity, 1 worker') == 1
assert new File(basedir, 'orders/target/sam/template.yaml').isFile()
assert new File(basedir, 'reports/target/classes/com/example/reports/Turnover.class').isFile()
assert !new File(basedir, 'target/generated-sources').exists()
