String log = new File(basedir, 'build.log').text
// One word: of all generated Java only the worker's handler is written again, and nothing of the user's.
def java = (log =~ /\[INFO\] Java: (\d+) written, (\d+) unchanged, (\d+) removed/)
assert java.size() == 3
int all = java[0][1] as int
[1, 2].each {
  assert java[it][1] == '1' && (java[it][2] as int) == all - 1 && java[it][3] == '0'
}
File users = new File(basedir, 'src/main/java/com/example/quickstart/ReserveStock.java')
File handler = new File(basedir, 'target/generated-sources/events/com/example/quickstart/function/ReserveStockFunction.java')
assert users.lastModified() <= handler.lastModified()
assert !users.text.contains('fifo')

// What is gained and lost is told, once for each change.
assert log.contains('[INFO] Worker reserve-stock: via fifo, no longer via queue. Gains: events of one group are handled in the order in which they arrive; events of one group are handled one after another, never at the same time. Loses: an event that fails holds up no other.')
assert log.contains('[INFO] Worker reserve-stock: via direct, no longer via fifo. Gains: an event that fails holds up no other; an event is handed over at once, with nothing to poll. Loses: events wait for a worker that is down, for four days; ')
assert log.count('no longer via') == 2

String page = new File(basedir, 'target/sam/guarantees.md').text
assert page.contains('**Worker reserve-stock**, via direct, while fifo drains')
assert page.contains('- no: a dependency may be down for hours')

// Both are fed while the old one drains: new events by the rule, what is left by the queue.
String template = new File(basedir, 'target/sam/template.yaml').text
assert template.contains('Arn: !GetAtt ReserveStockFunction.Arn')
assert template.contains('  ReserveStockFifoQueue:')
assert template.contains('  ReserveStockPipe:')
assert template.contains('Queue: !GetAtt ReserveStockFifoQueue.Arn')
assert handler.text.contains('DrainingFunction.of(')
