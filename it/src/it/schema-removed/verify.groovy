String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] System quickstart: 1 event, 1 entity, 1 worker')
def java = (log =~ /\[INFO\] Java: (\d+) written, (\d+) unchanged, (\d+) removed/)
assert java.size() == 2
assert (java[1][3] as int) >= 3
File events = new File(basedir, 'target/generated-sources/events/com/example/quickstart/event')
assert new File(events, 'OrderPlacedV2.java').isFile()
assert events.list().findAll { it.startsWith('PaymentReceived') } == []
