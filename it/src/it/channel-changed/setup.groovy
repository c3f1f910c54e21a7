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
return true
