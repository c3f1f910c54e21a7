// Runs what ran on our engine on another one, aws-local-stepfunctions, with the same answers to the same tasks, and compares
// the end, its output or error, and every state that was entered, with its input. The recordings are written by the tests of
// it/proof; what is compared how, and what is left out why, is in docs/state-machines.md. usage: node compare.js FOLDER...
const fs = require('node:fs');
const path = require('node:path');
const util = require('node:util');

// An execution's start time is the engine's own clock, which stands still as the recording's did.
const RealDate = Date;
let now = 0;
globalThis.Date = class extends RealDate {
  constructor(...time) { super(...(time.length > 0 ? time : [now])); }
  static now() { return now; }
};
// Node ends a timer of more than 24 days at once, and with it a task that waits for a person for 60.
const realSetTimeout = setTimeout;
globalThis.setTimeout = (work, delay, ...rest) => realSetTimeout(work, Math.min(delay, 2 ** 31 - 1), ...rest);
// That engine is written for Node 22.
Promise.withResolvers ??= function () {
  const all = {};
  all.promise = new Promise((resolve, reject) => Object.assign(all, { resolve, reject }));
  return all;
};

const { StateMachine } = require('aws-local-stepfunctions');

/** So many turns of the event loop without a step, and nothing will move any more: all timers are overridden. */
const STILL = 50;
/** What that engine does not keep in the context object. */
const NOT_KEPT = new Set(['$$.Task.Token', '$$.State.EnteredTime', '$$.State.RetryCount']);
const CONTEXT = { Task: { Token: 'token' }, State: { EnteredTime: 'entered', RetryCount: 0 } };

/** All states of a definition by name, each with the branching states around it, the innermost last. */
function statesOf(flow, around = [], found = new Map()) {
  for (const [name, state] of Object.entries(flow.States)) {
    found.set(name, { ...state, around });
    const inner = { name, index: state.Type === 'Map' ? indexOf(state) : null };
    (state.Branches ?? []).forEach((branch, i) => statesOf(branch, [...around, { ...inner, branch: i }], found));
    if (state.ItemProcessor) {
      statesOf(state.ItemProcessor, [...around, inner], found);
    }
  }
  return found;
}

/** The member of an item's input that counts the items: the last that a map selects. */
function indexOf(map) {
  return Object.keys(map.ItemSelector).at(-1).replace('.$', '');
}

/** An argument as both engines can have it. */
function comparable(template, value) {
  if (Array.isArray(value) && Array.isArray(template)) {
    return value.map((each, i) => comparable(template[i], each));
  }
  if (value === null || typeof value !== 'object' || template === null || typeof template !== 'object') {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([name, each]) =>
    [name, NOT_KEPT.has(template[`${name}.$`]) ? template[`${name}.$`] : comparable(template[name], each)]));
}

/** Text of a value that is the same whatever the order of its members. */
function canonical(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  return value !== null && typeof value === 'object'
    ? `{${Object.keys(value).sort().map(name => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
    : JSON.stringify(value);
}

/** The flows of an execution, each with the states that it entered: concurrent ones interleave as they like. */
function flows(entered, states) {
  const all = new Map();
  for (const { state, input } of entered) {
    const flow = states.get(state).around
      .map(each => each.index === null ? `${each.name}/${each.branch}` : `${each.name}/${input[each.index]}`).join(' ');
    if (!all.has(flow)) {
      all.set(flow, { around: states.get(state).around.map(each => each.name), steps: [] });
    }
    all.get(flow).steps.push(`${state} ${canonical(input)}`);
  }
  return all;
}

/** The first difference of two lists; one that was stopped may have come less far. */
function difference(ours, theirs, stopped) {
  const length = stopped ? Math.min(ours.length, theirs.length) : Math.max(ours.length, theirs.length);
  for (let i = 0; i < length; i++) {
    if (ours[i] !== theirs[i]) {
      return `step ${i + 1}\n  ours:   ${ours[i]}\n  theirs: ${theirs[i]}`;
    }
  }
  return null;
}

/** The answers of a recording, for each task's arguments in turn. */
function answering(run, states) {
  const answers = new Map();
  const key = (state, given) => `${state} ${canonical(comparable(states.get(state).Parameters, given))}`;
  for (const answer of run.answers) {
    const calls = answers.get(key(answer.state, answer.arguments)) ?? [];
    calls.push(answer);
    answers.set(key(answer.state, answer.arguments), calls);
  }
  const unknown = [];
  let calls = 0;
  const handlers = {};
  for (const [name, state] of states) {
    if (state.Type === 'Task') {
      handlers[name] = async given => {
        calls++;
        // What runs beside it goes on meanwhile, and the log of events comes after.
        await new Promise(setImmediate);
        const answer = answers.get(key(name, given))?.shift();
        if (answer === undefined) {
          unknown.push(key(name, given));
          return new Promise(() => {});
        }
        if ('error' in answer) {
          throw Object.assign(new Error(answer.cause ?? ''), { name: answer.error });
        }
        return answer.output;
      };
    }
  }
  return { handlers, unknown, calls: () => calls, left: () => [...answers.entries()].filter(([, calls]) => calls.length > 0).map(([call]) => call) };
}

/** Ends when nothing happens any more. */
async function standsStill(happened) {
  for (let before = -1; before !== happened();) {
    before = happened();
    for (let i = 0; i < STILL; i++) {
      await new Promise(setImmediate);
    }
  }
}

async function execute(machine, run, states) {
  const { handlers, unknown, calls, left } = answering(run, states);
  const named = type => [...states].filter(([, state]) => type(state)).map(([name]) => [name, 0]);
  const execution = machine.run(run.input, {
    overrides: {
      taskResourceLocalHandlers: handlers,
      waitTimeOverrides: Object.fromEntries(named(state => state.Type === 'Wait')),
      retryIntervalOverrides: Object.fromEntries(named(state => state.Retry)),
    },
    context: { ...CONTEXT, Execution: run.execution },
  });
  const entered = [];
  const failed = new Set();
  (async () => {
    for await (const event of execution.eventLogs) {
      if (event.type === 'StateEntered') {
        entered.push({ state: event.state.name, input: event.state.input });
      } else if (event.type === 'StateFailed' && ['Map', 'Parallel'].includes(event.state.type)) {
        failed.add(event.state.name);
      }
    }
  })();
  const end = await Promise.race([
    execution.result.then(output => ({ status: 'SUCCEEDED', output }),
      error => ({ status: 'FAILED', error: error.cause?.name ?? error.name, cause: error.cause?.message ?? error.message })),
    standsStill(() => calls() + entered.length).then(() => ({ status: `no end, unanswered: ${unknown}` })),
  ]);
  await new Promise(setImmediate);
  return { ...end, entered, failed, unknown, left: left() };
}

function compare(run, done, states) {
  if (run.status !== done.status) {
    return `status ${run.status}, theirs ${done.status} ${done.error ?? ''} ${done.cause ?? ''}`;
  }
  for (const part of ['output', 'error', 'cause']) {
    // An error of JavaScript has a message, be it empty.
    const [ours, theirs] = [run, done].map(each => canonical(each[part] ?? (part === 'cause' ? '' : null)));
    if (ours !== theirs) {
      return `${part}\n  ours:   ${ours}\n  theirs: ${theirs}`;
    }
  }
  if (!util.isDeepStrictEqual(new Set(run.failedBlocks), done.failed)) {
    return `blocks that failed: ${[...run.failedBlocks]}, theirs ${[...done.failed]}`;
  }
  const ours = flows(run.entered, states);
  const theirs = flows(done.entered, states);
  for (const flow of new Set([...ours.keys(), ...theirs.keys()])) {
    const stopped = (ours.get(flow) ?? theirs.get(flow)).around.some(block => done.failed.has(block));
    const found = difference(ours.get(flow)?.steps ?? [], theirs.get(flow)?.steps ?? [], stopped);
    if (found) {
      return `${flow || 'machine'}, ${found}`;
    }
  }
  return done.failed.size === 0 && (done.unknown.length > 0 || done.left.length > 0)
    ? `tasks that only they called: ${done.unknown}; that only we called: ${done.left}` : null;
}

/** Why that engine cannot do the same, by the language's specification; null when it can. */
function wrongThere(run, states) {
  const quoted = (template, value) => typeof template === 'string' && template.startsWith('States.')
    ? String(value).includes('\\')
    : template !== null && typeof template === 'object'
      && Object.entries(template).some(([name, each]) => quoted(each, value?.[name.replace(/\.\$$/, '')]));
  return run.answers.some(answer => quoted(states.get(answer.state).Parameters, answer.arguments))
    ? 'its intrinsic functions drop backslashes from texts' : null;
}

/** A comparison that finds no difference in anything is no comparison: each of these must be found. */
function changes(run) {
  const changed = (name, value) => ({ ...run, [name]: value });
  const [first, ...rest] = run.entered;
  return [
    changed('status', 'ABORTED'),
    changed('output', { ...run.output, changed: true }),
    changed('error', 'Changed'),
    changed('entered', rest),
    changed('entered', [...run.entered, first]),
    changed('entered', [{ ...first, input: { ...first.input, changed: true } }, ...rest]),
    changed('failedBlocks', ['changed']),
  ];
}

function recordings(folder) {
  return fs.readdirSync(folder).filter(name => name.endsWith('.runs.json')).sort().map(name => path.join(folder, name));
}

async function main(folders) {
  const files = folders.flatMap(recordings);
  const leftOut = new Map();
  let same = 0;
  let all = 0;
  let unnoticed = 0;
  for (const file of files) {
    const { definition, startTime, runs } = JSON.parse(fs.readFileSync(file, 'utf8'));
    now = RealDate.parse(startTime);
    const states = statesOf(definition);
    const machine = new StateMachine(definition);
    for (const run of runs) {
      const name = `${path.basename(file, '.runs.json')}: ${run.what}`;
      const done = await execute(machine, run, states);
      const found = compare(run, done, states);
      const reason = wrongThere(run, states);
      if (reason && found) {
        leftOut.set(reason, [...(leftOut.get(reason) ?? []), name]);
        continue;
      }
      all++;
      same += found ? 0 : 1;
      if (found) {
        console.log(`${name}: ${found}`);
      } else if (run === runs[0]) {
        unnoticed += changes(run).filter(each => !compare(each, done, states)).length;
      }
    }
  }
  for (const [reason, names] of leftOut) {
    console.log(`left out, since ${reason}: ${names.length}\n  ${names.join('\n  ')}`);
  }
  console.log(`aws-local-stepfunctions: ${same} of ${all} executions of ${files.length} definitions the same; `
    + (unnoticed === 0 ? 'each change of a recording is noticed' : `${unnoticed} CHANGES NOT NOTICED`));
  process.exit(same === all && all > 0 && unnoticed === 0 ? 0 : 1);
}

main(process.argv.slice(2));
