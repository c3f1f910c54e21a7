import java.nio.file.Files
import java.nio.file.Path

// The sample lives once; each of these builds starts from a copy of it.
Path from = new File(samples, 'quickstart').toPath()
Path to = new File(basedir, 'src/main/events').toPath()
Files.walk(from).withCloseable { it.filter { f -> Files.isRegularFile(f) }.toList() }.each { Path file ->
  Path target = to.resolve(from.relativize(file).toString())
  if (!Files.exists(target)) {
    Files.createDirectories(target.parent)
    Files.copy(file, target)
  }
}
// Files of the user's in the very folders that are generated into.
['target/generated-sources/events/com/example/quickstart/Mine.java': 'package com.example.quickstart; class Mine {}',
 'target/sam/notes.txt': 'mine'].each { name, text ->
  File file = new File(basedir, name)
  file.parentFile.mkdirs()
  file.text = text
}
return true
