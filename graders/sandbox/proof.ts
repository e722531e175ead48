import type { Proof } from '#graders/protocol/host.ts';
import { inheritableDescriptors } from './descriptors.ts';
import type { Inspection, Machine } from './machine.ts';
import type { Slots } from './slots.ts';
import { runTrial, type Trial } from './trial.ts';

type Check = Proof['checks'][number];
export type IsolationProof = Omit<Proof, 'engines'>;

/**
 * Shows, here and now, that what a box must not do cannot be done, and that the same attempt succeeds once the guarding layer is
 * away: a canary that stays inside proves nothing if it never could fly. Takes about a second; never throws.
 */
export async function proveIsolation(
  inspection: Inspection,
  slots: Slots,
  now = Date.now,
): Promise<IsolationProof> {
  if (!inspection.ok) return unproven([failed(inspection.check, inspection.detail)], now());
  try {
    const trial = await runTrial(inspection.machine, slots);
    return judgeTrial(inspection.machine, trial, inheritableDescriptors(), now());
  } catch (error) {
    return unproven([failed('boxes', `canary boxes could not run: ${explain(String(error))}`)], now());
  }
}

/** The verdict on observed facts; pure. */
export function judgeTrial(
  machine: Machine,
  trial: Trial,
  inheritable: number[],
  at: number,
): IsolationProof {
  const { guarded, noFilter, noNetwork, noFiles, outside } = trial;
  const { secret } = trial;
  const contained = (
    id: string,
    what: string,
    inside: string,
    control: string,
    isOut: (result: string) => boolean,
  ) => {
    if (isOut(inside)) return failed(id, `${what} worked inside a box`);
    return isOut(control)
      ? ok(id, `${what}: ${inside}`)
      : failed(id, `${what}: the control failed too (${control}), so nothing is shown`);
  };
  const isSecret = (result: string) => result === secret;
  const checks: Check[] = [
    inheritable.length === 0
      ? ok('descriptors', 'no descriptor of this process would be inherited')
      : failed(
          'descriptors',
          `descriptors ${inheritable.join(', ')} of this process would be inherited by what it starts; close them`,
        ),
    outside.hasOwnUserns
      ? ok('userns', 'own user namespace')
      : failed('userns', 'the box shares our user namespace'),
    contained('files', 'reading a file of the host', guarded.file, noFiles.file, isSecret),
    contained('sweep', 'reading a descriptor left open', guarded.descriptor, noFiles.descriptor, isSecret),
    contained(
      'readonly',
      'writing a file',
      guarded.written,
      noFiles.written,
      (result) => result === 'written',
    ),
    guarded.openFiles.length === 0
      ? ok('census', 'no file is open in a box')
      : failed('census', `open files: ${guarded.openFiles}`),
    contained(
      'network',
      'reaching a listener on the host',
      noFilter.connection,
      noNetwork.connection,
      isSecret,
    ),
    contained(
      'seccomp',
      'making a socket',
      guarded.connection,
      noFilter.connection,
      (result) => result !== 'refused EACCES',
    ),
    contained(
      'processes',
      'starting a program',
      guarded.program,
      noFilter.program,
      (result) => result === 'started',
    ),
    outside.hasNoPrivileges ? ok('privileges', outside.privileges) : failed('privileges', outside.privileges),
    outside.isGone
      ? ok('reaping', 'a killed box leaves no process')
      : failed('reaping', 'a killed box was still there'),
    uidCheck(machine, () =>
      contained('uid', 'reading a file of root', guarded.privateFile, noFiles.privateFile, isSecret),
    ),
    memoryCheck(trial),
    cgroupCheck(machine),
  ];
  const isSound = (id: string) => checks.find((check) => check.id === `isolation.${id}`)?.status === 'ok';
  return {
    proven: checks.every((check) => check.status !== 'failed'),
    isolation: {
      userns: isSound('userns'),
      seccomp: isSound('seccomp'),
      cgroup: machine.cgroups.mode,
      uid: isSound('uid') ? outside.uid : null,
      network: !isSound('network'),
    },
    checks,
    at,
  };
}

const check = (id: string, status: Check['status'], detail: string): Check => ({
  id: `isolation.${id}`,
  status,
  detail,
});
const ok = (id: string, detail: string): Check => check(id, 'ok', detail);
const failed = (id: string, detail: string): Check => check(id, 'failed', detail);

const unproven = (checks: Check[], at: number): IsolationProof => ({
  proven: false,
  isolation: { userns: false, seccomp: false, cgroup: 'none', uid: null, network: true },
  checks,
  at,
});

const uidCheck = (machine: Machine, judge: () => Check): Check =>
  machine.tools.setpriv === null
    ? check('uid', 'degraded', 'not root: boxes run as this user, in a user namespace of their own')
    : judge();

function memoryCheck({ memory }: Trial): Check {
  if (memory.guarded !== 'memory')
    return failed('memory', `allocating past the limit ended with: ${memory.guarded}`);
  return memory.control === 'finished'
    ? ok('memory', 'a box that takes more than its memory is stopped')
    : failed('memory', `the control with more memory ended with: ${memory.control}, so nothing is shown`);
}

const cgroupCheck = ({ cgroups }: Machine): Check =>
  cgroups.mode === 'none'
    ? check(
        'cgroup',
        'degraded',
        'no writable cgroup: memory is limited by RLIMIT_DATA and measured every 50 ms',
      )
    : ok('cgroup', `memory and processes limited by cgroup ${cgroups.mode}`);

/** What bwrap says when a system forbids user namespaces, with what to do about it. */
function explain(message: string): string {
  const isBlocked = /namespace|uid map|Operation not permitted/i.test(message);
  const hint =
    'user namespaces are blocked here: allow them (sysctl kernel.unprivileged_userns_clone=1, user.max_user_namespaces, ' +
    'an AppArmor profile for bwrap, or a container started with --security-opt seccomp=unconfined)';
  return isBlocked ? `${message.trim()} — ${hint}` : message.trim();
}
