import { expect, test } from 'vitest';
import { advance, waiting, type LiveEvent } from './events.ts';

const epoch = (n: number): LiveEvent => ({ kind: 'epoch', epoch: { epoch: n, logs: { loss: 1 / n } }, epochs: 30 });
const after = (...events: LiveEvent[]) => events.reduce(advance, waiting(true, 2));

test.each<[string, LiveEvent[], object]>([
  ['the place in the queue shows', [{ kind: 'state', state: 'queued', before: 1 }], { stage: { key: 'before', values: { n: 1 } } }],
  ['nobody ahead is said in words', [{ kind: 'state', state: 'queued', before: 0 }], { stage: { key: 'next', values: {} } }],
  ['epochs gather to a curve', [{ kind: 'stage', stage: 'training', run: 1, runs: 3 }, epoch(1), epoch(2)], { epoch: { epoch: 2, epochs: 30 }, points: [{ epoch: 1 }, { epoch: 2 }] }],
  ['measuring keeps the curve', [epoch(1), { kind: 'stage', stage: 'scoring', run: 1, runs: 3 }], { stage: { key: 'scoring', values: { run: 1, runs: 3 } }, points: [{ epoch: 1 }] }],
  ['the next run draws its own', [epoch(1), { kind: 'stage', stage: 'training', run: 2, runs: 3 }], { points: [], epoch: null }],
  ['runs beyond those planned are known', [{ kind: 'stage', stage: 'training', run: 1, runs: 3 }, { kind: 'stage', stage: 'training', run: 4, runs: 5 }], { planned: 3, stage: { values: { run: 4, runs: 5 } } }],
  ['another try starts anew and says so', [epoch(1), { kind: 'output', text: 'x' }, { kind: 'started', tries: 2 }], { stage: { key: 'again', values: { n: 2 } }, points: [], output: '' }],
  ['output is joined', [{ kind: 'output', text: 'a' }, { kind: 'output', text: 'b' }], { output: 'ab' }],
  ['the end is the end', [{ kind: 'end' }], { isOver: true }],
  ['a running state alone changes nothing', [epoch(1), { kind: 'state', state: 'running', before: 0 }], { points: [{ epoch: 1 }] }],
])('%s', (_name, events, expected) => {
  expect(after(...events)).toMatchObject(expected);
});
