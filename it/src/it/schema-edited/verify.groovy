String log = new File(basedir, 'build.log').text
// Only what the edited schema feeds is written again, and the template not at all.
def java = (log =~ /\[INFO\] Java: (\d+) written, (\d+) unchanged, 0 removed/)
assert java.size() == 2
int first = java[0][1] as int
int second = java[1][1] as int
assert second >= 1 && second <= 6 && (java[1][2] as int) == first - second
assert log.contains('[INFO] SAM template: nothing changed in target/sam')
File record = new File(basedir, 'target/generated-sources/events/com/example/quickstart/event/PaymentReceivedV1.java')
assert record.text.contains('String terminal')
