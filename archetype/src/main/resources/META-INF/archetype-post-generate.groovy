// Keeps the sample that was asked for and puts the user's package into it. It is also the only place where a bad parameter can be
// refused: in batch mode the descriptor's own patterns are not looked at. What it refuses, it leaves no trace of.
import java.nio.charset.StandardCharsets
import java.nio.file.FileVisitOption
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths
import java.nio.file.StandardCopyOption

final Set<String> KEYWORDS = [
  'abstract', 'assert', 'boolean', 'break', 'byte', 'case', 'catch', 'char', 'class', 'const', 'continue', 'default', 'do', 'double',
  'else', 'enum', 'extends', 'final', 'finally', 'float', 'for', 'goto', 'if', 'implements', 'import', 'instanceof', 'int',
  'interface', 'long', 'native', 'new', 'package', 'private', 'protected', 'public', 'return', 'short', 'static', 'strictfp', 'super',
  'switch', 'synchronized', 'this', 'throw', 'throws', 'transient', 'try', 'void', 'volatile', 'while', 'true', 'false', 'null', '_'
] as Set

Path root = Paths.get(request.outputDirectory).resolve(request.artifactId)
String sample = request.properties.get('sample')
String pkg = request.properties.get('package')
String artifactId = request.artifactId

void delete(Path path) {
  if (Files.exists(path)) {
    Files.walk(path).sorted(Comparator.reverseOrder()).forEach { Files.delete(it) }
  }
}

// Each file is one that this archetype wrote a moment ago; anything else in the folder is the user's and stays.
void forget(Path root) {
  delete(root.resolve('samples'))
  ['pom.xml', 'gitignore'].each { Files.deleteIfExists(root.resolve(it)) }
  if (Files.isDirectory(root) && Files.list(root).withCloseable { it.findAny().isEmpty() }) {
    Files.delete(root)
  }
}

List<String> problems = []
List<String> samples = Files.isDirectory(root.resolve('samples'))
    ? Files.list(root.resolve('samples')).withCloseable { it.map { s -> s.fileName.toString() }.sorted().toList() }
    : []
if (!samples.contains(sample)) {
  problems << "error [unknown-sample] -Dsample=${sample} is not a sample. Use one of: ${samples.join(', ')}."
}
if (!(artifactId ==~ /[a-z][a-z0-9]*(-[a-z0-9]+)*/) || artifactId.length() > 64) {
  problems << "error [bad-artifact-id] -DartifactId=${artifactId} becomes a folder and a jar. Use up to 64 lower-case letters, digits and single dashes, a letter first: order-desk."
}
if (!(request.groupId ==~ /[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z0-9_][A-Za-z0-9_-]*)*/)) {
  problems << "error [bad-group-id] -DgroupId=${request.groupId} is not a Maven group. Use names joined by dots: com.acme."
}
List<String> segments = pkg == null ? [''] : pkg.split(/\./, -1) as List
if (segments.any { !(it ==~ /[a-z_][a-z0-9_]*/) || KEYWORDS.contains(it) }) {
  problems << "error [bad-package] -Dpackage=${pkg} is not a Java package. Use lower-case names joined by dots, none of them a keyword: com.acme.shop."
} else if (segments[0] in ['java', 'javax'] || "${pkg}.".startsWith('io.eventwright.')) {
  problems << "error [bad-package] -Dpackage=${pkg} belongs to somebody else. Use a package of your own: com.acme.shop."
}
[version: request.version, eventwrightVersion: request.properties.get('eventwrightVersion')].each { name, value ->
  if (!(value ==~ /[A-Za-z0-9][A-Za-z0-9._-]{0,63}/)) {
    problems << "error [bad-version] -D${name}=${value} is not a version. Use up to 64 letters, digits, dots, dashes and underscores: 1.0-SNAPSHOT."
  }
}
if (!problems.isEmpty()) {
  forget(root)
  throw new IllegalArgumentException(problems.join(System.lineSeparator()) + System.lineSeparator() + 'Nothing was generated.')
}

Path chosen = root.resolve('samples').resolve(sample)
String from = "com.example.${sample}"
String fromPath = from.replace('.', '/')
String toPath = pkg.replace('.', '/')
Files.walk(chosen).withCloseable { it.filter { f -> Files.isRegularFile(f) }.sorted().toList() }.each { Path file ->
  String relative = chosen.relativize(file).toString().replace('\\', '/')
  Path target = root.resolve(relative.replace(fromPath + '/', toPath + '/'))
  Files.createDirectories(target.parent)
  String name = file.fileName.toString()
  if (name.endsWith('.java') || name == 'system.yaml' || name == 'pom.xml' || name == 'README.md') {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
    Files.write(target, text.replace(from, pkg).replace('@artifactId@', artifactId).getBytes(StandardCharsets.UTF_8))
    Files.delete(file)
  } else {
    Files.move(file, target, StandardCopyOption.REPLACE_EXISTING)
  }
}
delete(root.resolve('samples'))
Files.move(root.resolve('gitignore'), root.resolve('.gitignore'), StandardCopyOption.REPLACE_EXISTING)
