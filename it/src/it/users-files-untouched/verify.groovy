String log = new File(basedir, 'build.log').text
File own = new File(basedir, 'src/main/java/com/example/quickstart/ReserveStock.java')
assert own.text.contains('The warehouse is closed.')
assert !log.contains('Wrote src/main/java/com/example/quickstart/ReserveStock.java')
// The one that was missing was written, once.
assert log.count('Wrote src/main/java/com/example/quickstart/OrderPlacedV1ToV2.java; it is yours now') == 1
assert new File(basedir, 'target/generated-sources/events/com/example/quickstart/Mine.java').text == 'package com.example.quickstart; class Mine {}'
assert new File(basedir, 'target/sam/notes.txt').text == 'mine'
