import { expect, test } from 'vitest';
import { openCgroups } from '#graders/sandbox/cgroup.ts';
import { inspectMachine, type Machine } from '#graders/sandbox/machine.ts';
import { judgeTrial, proveIsolation } from '#graders/sandbox/proof.ts';
import { Slots } from '#graders/sandbox/slots.ts';
import type { Trial } from '#graders/sandbox/trial.ts';
import { graderText } from '#lib/i18n/grader-text.ts';

/** What the grader host says is recognised by its words: a sentence changed there and not here would stay English on Turkish pages. */
const SECRET = '42';
const machine = {
  arch: 'x64',
  tools: { bash: '/bin/bash', bwrap: '/bin/bwrap', prlimit: '/bin/prlimit', setpriv: '/bin/setpriv' },
  forbidsNestedUserns: true,
  runtime: [],
  cgroups: openCgroups('/nowhere'),
} satisfies Machine;
const attempts = (result: string, openFiles: number[]) => ({ file: result, privateFile: result, descriptor: result, written: result, program: result, connection: result, openFiles });
const trial = (inside: string, control: string, isSound: boolean): Trial => ({
  secret: SECRET,
  guarded: attempts(inside, isSound ? [] : [3, 4]),
  noFilter: { ...attempts(control, []), connection: inside },
  noNetwork: attempts(control, []),
  noFiles: attempts(control, []),
  outside: { hasOwnUserns: isSound, hasNoPrivileges: true, privileges: 'CapEff 0', uid: 60001, isGone: isSound },
  memory: isSound ? { guarded: 'memory', control: 'finished' } : { guarded: 'finished', control: 'finished' },
});
const sound = trial('refused EACCES', SECRET, true);

const TRIALS: [string, Trial, number[], Machine][] = [
  ['everything holds', { ...sound, noFilter: { ...sound.noFilter, program: 'started' }, noFiles: { ...sound.noFiles, written: 'written' } }, [], machine],
  ['everything got out', trial(SECRET, SECRET, false), [7, 8], machine],
  ['no control got out', trial('refused EACCES', 'refused EPERM', true), [], machine],
  ['the memory control was stopped too', { ...sound, memory: { guarded: 'memory', control: 'memory' } }, [], machine],
  ['not root, with a cgroup', sound, [], { ...machine, tools: { ...machine.tools, setpriv: null }, cgroups: { ...machine.cgroups, mode: 'v2' } }],
];

/** But names that are the same in both languages. */
const words = (text: string) => [...text.matchAll(/[a-z]{4,}/g)].map(([word]) => word).filter((word) => !['cgroup', 'root', 'program'].includes(word));

test.each(TRIALS)('every sentence of a proof has its Turkish words: %s', (_name, seen, inheritable, on) => {
  const { checks } = judgeTrial(on, seen, inheritable, 0);
  const said = checks.filter(({ id }) => id !== 'isolation.privileges').map(({ detail }) => detail);
  const turkish = said.map((each) => graderText(each, 'tr') ?? each);
  expect(turkish.map((each, i) => words(each).filter((word) => words(said[i]!).includes(word))).flat()).toEqual([]);
  expect(said.map((each) => graderText(each, 'en'))).toEqual(said);
});

test('what a machine lacks is said in Turkish, with its names', async () => {
  const { checks } = await proveIsolation(inspectMachine('/nowhere'), new Slots(false));
  expect(graderText(checks[0]!.detail, 'tr')).toMatch(/^kurulu değil: bash, .*\(apt-get install -y .*bubblewrap.*\)$/);
});

test.each([
  ['not installed: npm run engine:tensorflow -- --gpu', 'kurulu değil: npm run engine:tensorflow -- --gpu'],
  ['it needs Linux on x86-64, this is darwin on arm64', 'x86-64 üzerinde Linux ister, burası arm64 üzerinde darwin'],
  ['OpenBLAS is not installed: apt-get install -y libopenblas0-pthread', 'OpenBLAS kurulu değil: apt-get install -y libopenblas0-pthread'],
  ['a box with it does not start: isolation is not proven', 'onunla bir kutu başlatılamadı: yalıtım kanıtlanmadı'],
  ['reading a file of root worked inside a box', 'root kullanıcısının bir dosyasını okumak: kutunun içinde başarıldı'],
  ['something nobody foresaw', null],
])('%s', (said, expected) => expect(graderText(said, 'tr')).toBe(expected));
