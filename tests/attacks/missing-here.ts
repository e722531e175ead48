import { inspectMachine } from '#graders/sandbox/machine.ts';
import type { Attack, Change } from './attack.ts';
import { numberOf } from './native/calls.ts';
import type { World } from './world.ts';

/** Layers that only root can put there or needs, and two that nobody else could do without: bwrap makes the namespace by itself then. */
const OF_ROOT: readonly Change[] = [
  'uid',
  'gid',
  'groups',
  'no-new-privs',
  'limit-nproc',
  'userns',
  'capabilities',
  'stage-owner',
  'stage-mode',
  'stage-link',
];
const OF_CGROUP: readonly Change[] = [
  'cgroup',
  'cgroup-memory',
  'cgroup-pids',
  'cgroup-share',
  'cgroup-removal',
  'cgroup-sweep',
  'cgroupns',
  'oom-counter',
  'pids-counter',
  'cpu-counter',
];
const OF_X64: readonly Change[] = ['calls-arch', 'calls-x32'];

/** Looked for once: it runs programs, and boxes are watched from this process meanwhile. */
const inspection = inspectMachine();

/** Why an attack shows nothing on this machine: a layer it is about is not there. Null when all are. */
export function missingHere(attack: Attack, { withoutCgroup }: World): string | null {
  const { guard } = attack;
  if (!inspection.ok) return inspection.detail;
  const { machine } = inspection;
  const names = (layers: readonly Change[]) => guard.some((each) => layers.includes(each));
  if (machine.tools.setpriv === null && names(OF_ROOT)) return 'only root can take it away';
  if (machine.arch !== 'x64' && names(OF_X64)) return `${machine.arch} has no other call convention`;
  if (!machine.forbidsNestedUserns && names(['nested-userns'])) return 'bubblewrap 0.8 or newer is needed';
  const hasCgroup = !withoutCgroup && machine.cgroups.mode !== 'none';
  if (!hasCgroup && guard.every((each) => OF_CGROUP.includes(each))) return 'no writable cgroup';
  const calls = attack.kind === 'native' ? attack.calls.map(({ call }) => call) : [];
  const absent = calls.find((call) => typeof call === 'string' && numberOf(machine.arch, call) === undefined);
  return absent === undefined ? null : `${machine.arch} has no call ${String(absent)}`;
}
