import type { Bind } from './bind.ts';
import type { Machine } from './machine.ts';

/**
 * Layers that a positive control takes away to show that the canary could have got out. Grading never names one.
 * `network`: the network namespace; `descriptors`: the sweep; `uid`: the drop to a user of its own; `readonly`: of the root.
 */
export type Layer = 'seccomp' | 'network' | 'descriptors' | 'uid' | 'readonly';

export type BoxPlan = {
  binds: readonly Bind[];
  /** Flags, script and arguments for Node. */
  node: readonly string[];
  /** The user the box runs as; null without root. */
  uid: number | null;
  memoryMib: number;
  cpuSeconds: number;
  /** `cgroup.procs` files to enter. */
  cgroupFiles: readonly string[];
  without: readonly Layer[];
};

/** Descriptors given to the launcher: 0–2 standard, 3 frames in, 4 frames out, 5 the filter, 6 the status of bwrap. */
export const FD = { framesIn: 3, framesOut: 4, filter: 5, status: 6 } as const;

/**
 * Closes what a careless parent left open (libuv marks only a first run of descriptors), enters the cgroups, becomes the rest of
 * its arguments. Only bash can close descriptors of two digits.
 */
const LAUNCHER = `
if [ "$1" = sweep ]; then
  for f in /proc/self/fd/*; do n=\${f##*/}; case $n in [0-6]) ;; *) eval "exec $n>&-" ;; esac; done
fi
shift
while [ "$1" != -- ]; do echo 0 > "$1" || exit 90; shift; done
shift
exec "$@"`;

/** A Node process maps about 0.62 GiB of writable memory before it runs a line; below 0.5 GiB it does not start. */
const DATA_BASE_MIB = 666;
const NOFILE = 64;
const PROCESSES = 96;

export const PIDS_MAX = PROCESSES;

/** `RLIMIT_DATA` in bytes for a memory budget: counts heap, ArrayBuffers and wasm memory, and fails catchably. */
export const dataLimitBytes = (memoryMib: number): number => (memoryMib + DATA_BASE_MIB) * 1024 * 1024;

/** The whole command of a box: bash → prlimit → setpriv → bwrap → node. */
export function boxCommand(machine: Machine, plan: BoxPlan): { file: string; args: string[] } {
  const { tools } = machine;
  const drop = plan.uid !== null && !plan.without.includes('uid');
  const args = [
    [
      '--norc',
      '-c',
      LAUNCHER,
      'box',
      plan.without.includes('descriptors') ? 'keep' : 'sweep',
      ...plan.cgroupFiles,
      '--',
    ],
    [tools.prlimit, ...resourceLimits(plan, drop), '--'],
    drop ? dropTo(tools.setpriv!, plan.uid!) : [],
    [tools.bwrap, ...bwrapArguments(machine, plan), '/bin/node', ...plan.node],
  ];
  return { file: tools.bash, args: args.flat() };
}

function resourceLimits(plan: BoxPlan, hasOwnUser: boolean): string[] {
  const cpu = Math.ceil(plan.cpuSeconds) + 2;
  return [
    '--core=0',
    '--fsize=0',
    `--nofile=${NOFILE}:${NOFILE}`,
    `--cpu=${cpu}:${cpu + 1}`,
    `--data=${dataLimitBytes(plan.memoryMib)}`,
    // Counted per user: with the user shared, other programs of that user would count too.
    ...(hasOwnUser ? [`--nproc=${PROCESSES}:${PROCESSES}`] : []),
  ];
}

const dropTo = (setpriv: string, uid: number): string[] => [
  setpriv,
  `--reuid=${uid}`,
  `--regid=${uid}`,
  '--clear-groups',
  '--no-new-privs',
  '--',
];

function bwrapArguments(machine: Machine, plan: BoxPlan): string[] {
  const has = (layer: Layer) => !plan.without.includes(layer);
  return [
    // Named one by one: --unshare-all would go on silently when there is no user namespace to be had.
    ['--unshare-user', ...(machine.forbidsNestedUserns ? ['--disable-userns'] : [])],
    [
      '--unshare-pid',
      '--unshare-ipc',
      '--unshare-uts',
      '--unshare-cgroup',
      ...(has('network') ? ['--unshare-net'] : []),
    ],
    ['--uid', '65534', '--gid', '65534', '--hostname', 'box', '--cap-drop', 'ALL'],
    ['--die-with-parent', '--new-session', '--clearenv', '--setenv', 'UV_USE_IO_URING', '0'],
    [...machine.runtime, ...plan.binds].flatMap(({ from, to }) => ['--ro-bind', from, to]),
    // No /proc, no /dev and nothing writable: a tmpfs would let native code be written and loaded.
    ['--dir', '/proc', ...(has('readonly') ? ['--remount-ro', '/'] : []), '--chdir', '/'],
    has('seccomp') ? ['--seccomp', String(FD.filter)] : [],
    ['--json-status-fd', String(FD.status)],
  ].flat();
}
