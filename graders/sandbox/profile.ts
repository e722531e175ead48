import type { Bind, Link } from './bind.ts';
import { assemble, stands, type Layer, type Part } from './layers.ts';
import type { Machine } from './machine.ts';

export type BoxPlan = {
  binds: readonly Bind[];
  links: readonly Link[];
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
/** What a box sees as its own user and group. */
const NOBODY = '65534';

export const PIDS_MAX = PROCESSES;

/** `RLIMIT_DATA` in bytes for a memory budget: counts heap, ArrayBuffers and wasm memory, and fails catchably. */
export const dataLimitBytes = (memoryMib: number): number => (memoryMib + DATA_BASE_MIB) * 1024 * 1024;

/** The whole command of a box: bash → prlimit → setpriv → bwrap → node. */
export function boxCommand(machine: Machine, plan: BoxPlan): { file: string; args: string[] } {
  const { tools } = machine;
  const { uid, without } = plan;
  const own = uid !== null && stands('uid', without) ? uid : null;
  const args = [
    ['--norc', '-c', LAUNCHER, 'box', ...assemble(SWEEP, without), ...plan.cgroupFiles, '--'],
    [tools.prlimit, ...assemble(resourceLimits(plan, own !== null), without), '--'],
    own === null ? [] : [tools.setpriv!, ...assemble(dropTo(own), without), '--'],
    [tools.bwrap, ...bwrapArguments(machine, plan), '/bin/node', ...plan.node],
  ];
  return { file: tools.bash, args: args.flat() };
}

const SWEEP: Part<string>[] = [['descriptors', ['sweep'], ['keep']]];

function resourceLimits({ cpuSeconds, memoryMib }: BoxPlan, hasOwnUser: boolean): Part<string>[] {
  const cpu = Math.ceil(cpuSeconds) + 2;
  return [
    ['limit-core', ['--core=0']],
    ['limit-fsize', ['--fsize=0']],
    ['limit-nofile', [`--nofile=${NOFILE}:${NOFILE}`]],
    ['limit-cpu', [`--cpu=${cpu}:${cpu + 1}`]],
    ['limit-data', [`--data=${dataLimitBytes(memoryMib)}`]],
    ['limit-nproc', hasOwnUser ? [`--nproc=${PROCESSES}:${PROCESSES}`] : []],
  ];
}

const dropTo = (uid: number): Part<string>[] => [
  ['uid', [`--reuid=${uid}`]],
  ['gid', [`--regid=${uid}`]],
  ['groups', ['--clear-groups'], ['--keep-groups']],
  ['no-new-privs', ['--no-new-privs']],
];

/** bwrap starts from an empty root: no /proc, no /dev, and no /tmp, where native code could be written and loaded. */
function bwrapArguments(machine: Machine, { binds, links, without }: BoxPlan): string[] {
  return [
    ...assemble(NAMESPACES, without),
    ...(machine.forbidsNestedUserns ? assemble(NO_NESTED_USERNS, without) : []),
    ...assemble(IDENTITY, without),
    ...assemble(EMPTY_ROOT, without),
    ...[...machine.runtime, ...binds].flatMap(({ from, to }) => ['--ro-bind', from, to]),
    ...links.flatMap(({ path, target }) => ['--symlink', target, path]),
    ...assemble(CLOSED_ROOT, without),
    '--json-status-fd',
    String(FD.status),
  ];
}

/** Named one by one: --unshare-all would go on silently when there is no user namespace to be had. */
const NAMESPACES: Part<string>[] = [
  ['userns', ['--unshare-user']],
  ['pid', ['--unshare-pid']],
  ['ipc', ['--unshare-ipc']],
  ['uts', ['--unshare-uts']],
  ['network', ['--unshare-net']],
  ['cgroupns', ['--unshare-cgroup']],
];
const NO_NESTED_USERNS: Part<string>[] = [['nested-userns', ['--disable-userns']]];

const IDENTITY: Part<string>[] = [
  ['ids', ['--uid', NOBODY, '--gid', NOBODY]],
  ['hostname', ['--hostname', 'box']],
  ['capabilities', ['--cap-drop', 'ALL']],
  ['parent', ['--die-with-parent']],
  ['session', ['--new-session']],
  ['environment', ['--clearenv']],
  ['io-uring', ['--setenv', 'UV_USE_IO_URING', '0']],
];

const HOST_FOLDERS = ['/etc', '/home', '/opt', '/root', '/run', '/srv', '/sys', '/tmp', '/usr', '/var'];
const EMPTY_ROOT: Part<string>[] = [
  ['root', [], HOST_FOLDERS.flatMap((folder) => ['--ro-bind-try', folder, folder])],
];

const CLOSED_ROOT: Part<string>[] = [
  ['proc', [], ['--proc', '/proc']],
  ['dev', [], ['--dev', '/dev']],
  ['tmp', [], ['--tmpfs', '/tmp']],
  ['readonly', ['--remount-ro', '/']],
  ['seccomp', ['--seccomp', String(FD.filter)]],
];
