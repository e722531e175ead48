import { expect, test } from 'vitest';
import type { Attempts } from './canaries.ts';
import { openCgroups } from './cgroup.ts';
import type { Machine } from './machine.ts';
import { inspectMachine } from './machine.ts';
import { judgeTrial, proveIsolation } from './proof.ts';
import { Slots } from './slots.ts';
import type { Trial } from './trial.ts';

const SECRET = 's3cret';
const machine: Machine = {
  arch: 'x64',
  tools: { bash: '/bin/bash', bwrap: '/bin/bwrap', prlimit: '/bin/prlimit', setpriv: '/bin/setpriv' },
  forbidsNestedUserns: true,
  runtime: [],
  cgroups: openCgroups('/nowhere'),
};

const stopped: Attempts = {
  file: 'refused ENOENT',
  privateFile: 'refused EACCES',
  descriptor: 'refused EBADF',
  written: 'refused EROFS',
  program: 'refused EPERM',
  connection: 'refused EACCES',
  openFiles: [],
};
const noFilter: Attempts = { ...stopped, program: 'started', connection: 'refused ECONNREFUSED' };

/** What is seen when every layer holds and every control gets out. */
const sound: Trial = {
  secret: SECRET,
  guarded: stopped,
  noFilter,
  noNetwork: { ...noFilter, connection: SECRET },
  noFiles: { ...stopped, file: SECRET, privateFile: SECRET, descriptor: SECRET, written: 'written' },
  outside: { hasOwnUserns: true, hasNoPrivileges: true, privileges: 'CapEff 0', uid: 60001, isGone: true },
  memory: { guarded: 'memory', control: 'finished' },
};
const failedOf = (trial: Trial, inheritable: number[] = []) =>
  judgeTrial(machine, trial, inheritable, 0)
    .checks.filter(({ status }) => status === 'failed')
    .map(({ id }) => id);

test('a machine where every layer holds and every control gets out is proven', () => {
  expect(judgeTrial(machine, sound, [], 7)).toMatchObject({
    proven: true,
    isolation: { userns: true, seccomp: true, cgroup: 'none', uid: 60001, network: false },
    at: 7,
  });
});

const guarded = (change: Partial<Attempts>): Trial => ({ ...sound, guarded: { ...stopped, ...change } });

const ESCAPES: [string, Trial, string][] = [
  ['a host file can be read', guarded({ file: SECRET }), 'isolation.files'],
  ['a file of root can be read', guarded({ privateFile: SECRET }), 'isolation.uid'],
  ['an open descriptor can be read', guarded({ descriptor: SECRET }), 'isolation.sweep'],
  ['a file can be written', guarded({ written: 'written' }), 'isolation.readonly'],
  ['a program can be started', guarded({ program: 'started' }), 'isolation.processes'],
  ['a socket can be made', guarded({ connection: 'refused ECONNREFUSED' }), 'isolation.seccomp'],
  [
    'the host is reached without the filter',
    { ...sound, noFilter: { ...noFilter, connection: SECRET } },
    'isolation.network',
  ],
  ['a file is open', guarded({ openFiles: [7] }), 'isolation.census'],
  ['no user namespace', { ...sound, outside: { ...sound.outside, hasOwnUserns: false } }, 'isolation.userns'],
  [
    'capabilities are left',
    { ...sound, outside: { ...sound.outside, hasNoPrivileges: false } },
    'isolation.privileges',
  ],
  ['a killed box lives on', { ...sound, outside: { ...sound.outside, isGone: false } }, 'isolation.reaping'],
  [
    'memory is not limited',
    { ...sound, memory: { ...sound.memory, guarded: 'finished' } },
    'isolation.memory',
  ],
];
test.each(ESCAPES)('nothing is proven when %s', (_, trial, id) => {
  expect(failedOf(trial)).toContain(id);
});

const DEAD_CANARIES: [string, Trial, string][] = [
  ['file', { ...sound, noFiles: { ...sound.noFiles, file: 'refused ENOENT' } }, 'isolation.files'],
  ['descriptor', { ...sound, noFiles: { ...sound.noFiles, descriptor: 'refused EBADF' } }, 'isolation.sweep'],
  [
    'private file',
    { ...sound, noFiles: { ...sound.noFiles, privateFile: 'refused EACCES' } },
    'isolation.uid',
  ],
  [
    'connection',
    { ...sound, noNetwork: { ...noFilter, connection: 'refused ECONNREFUSED' } },
    'isolation.network',
  ],
  ['program', { ...sound, noFilter: { ...noFilter, program: 'refused EAGAIN' } }, 'isolation.processes'],
  ['socket', { ...sound, noFilter: { ...noFilter, connection: 'refused EACCES' } }, 'isolation.seccomp'],
  ['write', { ...sound, noFiles: { ...sound.noFiles, written: 'refused EROFS' } }, 'isolation.readonly'],
  ['memory', { ...sound, memory: { ...sound.memory, control: 'memory' } }, 'isolation.memory'],
];
test.each(DEAD_CANARIES)(
  'nothing is proven when the control of the %s canary does not get out either',
  (_, trial, id) => {
    expect(failedOf(trial)).toEqual([id]);
  },
);

test('nothing is proven when this process has a descriptor to pass on', () => {
  expect(failedOf(sound, [251])).toEqual(['isolation.descriptors']);
});

test('without root the missing drop of the user is told, not hidden, and does not fail the proof', () => {
  const proof = judgeTrial({ ...machine, tools: { ...machine.tools, setpriv: null } }, sound, [], 0);
  expect(proof).toMatchObject({ proven: true, isolation: { uid: null } });
  expect(proof.checks.find(({ id }) => id === 'isolation.uid')?.status).toBe('degraded');
});

test('a machine without bwrap is not proven and says what to install', async () => {
  const proof = await proveIsolation(inspectMachine('/nonexistent'), new Slots(false));
  expect(proof.proven).toBe(false);
  expect(proof.checks[0]?.detail).toMatch(
    process.platform === 'linux' ? /bwrap.*apt-get install -y/ : /Linux/,
  );
});
