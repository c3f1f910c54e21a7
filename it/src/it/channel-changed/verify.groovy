import java.security.MessageDigest

String log = new File(basedir, 'build.log').text
List<String> channels = ['queue', 'stream', 'fan-out', 'fifo', 'direct']
List<List<String>> changes = channels.collate(2, 1, false)

// What a build left, path to its bytes' hash; the record of what was generated aside, which has the hashes of all.
def kept = { String channel, String part ->
  File root = new File(basedir, "kept/$channel/$part")
  Map<String, String> files = new TreeMap<>()
  root.eachFileRecurse(groovy.io.FileType.FILES) {
    files[root.toPath().relativize(it.toPath()).toString()] = MessageDigest.getInstance('SHA-256').digest(it.bytes).encodeHex().toString()
  }
  files.remove('.eventwright-files')
  assert !files.isEmpty()
  return files
}
// What is there before or after only, or with other bytes.
def changed = { Map<String, String> before, Map<String, String> after ->
  new TreeSet<String>((before.keySet() + after.keySet()).findAll { before[it] != after[it] })
}

// One word: of all generated Java only the worker's handler has other bytes, and a stream has a reader. Nothing of the user's has.
String handler = 'com/example/quickstart/function/ReserveStockFunction.java'
String reader = 'com/example/quickstart/worker/ReserveStockStream.java'
changes.each { pair ->
  Set<String> expected = new TreeSet<String>(pair.contains('stream') ? [handler, reader] : [handler])
  Set<String> java = changed(kept(pair[0], 'generated'), kept(pair[1], 'generated'))
  assert java == expected
  Set<String> users = changed(kept(pair[0], 'users'), kept(pair[1], 'users'))
  assert users.isEmpty()
  Set<String> sam = changed(kept(pair[0], 'sam'), kept(pair[1], 'sam'))
  assert sam == new TreeSet<String>(['guarantees.md', 'template.yaml'])
}

// The rest was not even written again.
def written = (log =~ /\[INFO\] Java: (\d+) written, (\d+) unchanged, (\d+) removed/).collect { [it[1] as int, it[2] as int, it[3] as int] }
int all = kept('queue', 'generated').size()
assert written == [[all, 0, 0], [2, all - 1, 0], [1, all - 1, 1], [1, all - 1, 0], [1, all - 1, 0]]

// In the template the worker's own resources change, and what its channel shares with others of that kind; all else, byte for byte, does not.
def resources = { String channel ->
  String text = new File(basedir, "kept/$channel/sam/template.yaml").text
  Map<String, String> blocks = new TreeMap<>()
  String section = text.substring(text.indexOf('\nResources:\n'), text.indexOf('\nOutputs:\n'))
  section.split(/\n(?=  [A-Za-z0-9]+:\n)/).drop(1).each { block ->
    // A comment above a resource is that resource's.
    blocks[block.substring(2, block.indexOf(':'))] = block.replaceFirst(/(\n(  #.*)?)*$/, '')
  }
  assert blocks.size() > 20
  return blocks
}
Map<String, String> shared = ['stream': /FailedRecordsBucket(Policy)?/, 'fan-out': /OrderPlacedTopic\w*/]
changes.each { pair ->
  Set<String> others = changed(resources(pair[0]), resources(pair[1])).findAll { !it.startsWith('ReserveStock') }
  List<String> allowed = pair.findAll { shared[it] }.collect { shared[it] }
  Set<String> strangers = others.findAll { other -> !allowed.any { other ==~ it } }
  assert strangers.isEmpty()
  assert others.isEmpty() == allowed.isEmpty()
}

// What is gained and lost is told, once for each change.
assert log.count('no longer via') == 4
assert log.contains('[INFO] Worker reserve-stock: via stream, no longer via queue. Gains: events wait for a worker that is down, for a day or as long as the stream keeps them; events of one group are handled in the order in which they arrive; ')
assert log.contains('[INFO] Worker reserve-stock: via fan-out, no longer via stream. Gains: events wait for a worker that is down, for four days; an event that fails holds up no other; ')
assert log.contains('; one more worker of the same event takes no rule of the bus. Loses: events wait for a worker that is down, for a day or as long as the stream keeps them; ')
assert log.contains('[INFO] Worker reserve-stock: via fifo, no longer via fan-out. Gains: events of one group are handled in the order in which they arrive; events of one group are handled one after another, never at the same time; ')
assert log.contains('[INFO] Worker reserve-stock: via direct, no longer via fifo. Gains: an event that fails holds up no other; an event is handed over at once, with nothing to poll. Loses: events wait for a worker that is down, for four days; ')

String page = new File(basedir, 'target/sam/guarantees.md').text
assert page.contains('**Worker reserve-stock**, via direct, while fifo drains')
assert page.contains('- no: a dependency may be down for hours')

// Each channel has what it needs.
def template = { String channel -> new File(basedir, "kept/$channel/sam/template.yaml").text }
assert template('queue').contains('Queue: !GetAtt ReserveStockQueue.Arn')
assert template('stream').contains('Stream: !GetAtt ReserveStockStream.Arn')
assert template('fan-out').contains('TopicArn: !Ref OrderPlacedTopic')

// Both are fed while the old one drains: new events by the rule, what is left by the queue.
assert template('direct').contains('Arn: !GetAtt ReserveStockFunction.Arn')
assert template('direct').contains('  ReserveStockFifoQueue:')
assert template('direct').contains('  ReserveStockPipe:')
assert template('direct').contains('Queue: !GetAtt ReserveStockFifoQueue.Arn')
File own = new File(basedir, 'target/generated-sources/events/' + handler)
assert own.text.contains('DrainingFunction.of(')
