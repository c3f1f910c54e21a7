String log = new File(basedir, 'build.log').text
assert log.contains('error [unknown-sample] -Dsample=arcde is not a sample. Use one of: arcade, quickstart.')
assert log.contains('error [bad-artifact-id] -DartifactId=Shop! becomes a folder and a jar.')
assert log.contains('error [bad-package] -Dpackage=com.acme.class is not a Java package.')
assert log.contains('error [bad-group-id] -DgroupId=com acme is not a Maven group.')
assert log.contains('error [bad-version] -Dversion=1&2 is not a version.')
assert log.contains('Nothing was generated.')
assert new File(basedir, 'out').list().toList() == ['.keep']
