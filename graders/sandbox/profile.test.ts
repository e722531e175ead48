import { expect, test } from 'vitest';
import { openCgroups } from './cgroup.ts';
import { LAYERS } from './layers.ts';
import type { Machine } from './machine.ts';
import { boxCommand, type BoxPlan } from './profile.ts';

const machine: Machine = {
  arch: 'x64',
  tools: { bash: '/bin/bash', bwrap: '/bin/bwrap', prlimit: '/bin/prlimit', setpriv: '/bin/setpriv' },
  forbidsNestedUserns: true,
  runtime: [{ from: '/opt/node', to: '/bin/node' }],
  cgroups: openCgroups('/nowhere'),
};
const plan: BoxPlan = {
  binds: [{ from: '/opt/train.cjs', to: '/lib/train.cjs' }],
  links: [],
  node: ['/lib/train.cjs'],
  uid: 60001,
  memoryMib: 100,
  cpuSeconds: 1,
  cgroupFiles: [],
  without: [],
};
const after = (args: string[], name: string): string[] => args.slice(args.indexOf(name) + 1);
const bwrapOptions = (changes: Partial<BoxPlan>): string[] =>
  after(boxCommand(machine, { ...plan, ...changes }).args, '/bin/bwrap').filter((arg) =>
    arg.startsWith('--'),
  );

test('every option of bwrap that holds something is a layer: with all layers away none is left', () => {
  const open = ['root', 'proc', 'dev', 'tmp'] as const;
  const without = LAYERS.filter((layer) => !open.some((name) => name === layer));
  expect(bwrapOptions({ without })).toEqual(['--ro-bind', '--ro-bind', '--json-status-fd']);
});

test('each layer changes the command of a box or its filter', () => {
  const whole = boxCommand(machine, plan).args;
  const same = LAYERS.filter(
    (layer) => boxCommand(machine, { ...plan, without: [layer] }).args.join() === whole.join(),
  );
  expect(same.filter((layer) => layer !== 'cgroup' && !layer.startsWith('calls-'))).toEqual([]);
});

test('without root nothing needs root', () => {
  const { args } = boxCommand(machine, { ...plan, uid: null });
  expect(args.filter((arg) => /setpriv|--reuid|--nproc/.test(arg))).toEqual([]);
});

test('a bubblewrap that cannot forbid nested user namespaces is not asked to', () => {
  const { args } = boxCommand({ ...machine, forbidsNestedUserns: false }, plan);
  expect(args).not.toContain('--disable-userns');
});
