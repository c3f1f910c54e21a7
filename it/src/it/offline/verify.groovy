String log = new File(basedir, 'build.log').text
assert log.count('[INFO] System quickstart: 2 events, 1 entity, 1 worker') >= 2
assert log.count('BUILD SUCCESS') == 2
assert log.indexOf('Downloading from', log.lastIndexOf('Scanning for projects')) < 0
