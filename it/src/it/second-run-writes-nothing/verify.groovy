String log = new File(basedir, 'build.log').text
assert log =~ /\[INFO\] Java: \d+ written, 0 unchanged, 0 removed in target\/generated-sources\/events/
assert log.contains('[INFO] Java: nothing changed in target/generated-sources/events')
assert log.contains('[INFO] SAM template: nothing changed in target/sam')
