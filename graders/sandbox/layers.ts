/**
 * Everything that stands between a box and the machine, by name. Positive controls and the mutation test take layers away, one or
 * several, to show that each is needed; grading never does. A part of the profile or of the filter that is no layer holds nothing.
 *
 * `root`, `proc`, `dev` and `tmp` are things left out: taking the layer away puts them in.
 */
export const LAYERS = [
  // The launcher.
  'descriptors',
  'cgroup',
  // Resource limits of the kernel.
  'limit-core',
  'limit-fsize',
  'limit-nofile',
  'limit-cpu',
  'limit-data',
  'limit-nproc',
  // The user, as root only.
  'uid',
  'gid',
  'groups',
  'no-new-privs',
  // bwrap.
  'userns',
  'nested-userns',
  'pid',
  'ipc',
  'uts',
  'hostname',
  'network',
  'cgroupns',
  'ids',
  'capabilities',
  'parent',
  'session',
  'environment',
  'io-uring',
  'root',
  'proc',
  'dev',
  'tmp',
  'readonly',
  // The filter as a whole, and its groups of rules.
  'seccomp',
  'calls-arch',
  'calls-x32',
  'calls-missing',
  'calls-deadly',
  'calls-clone',
  'calls-ioctl',
  'calls-fcntl',
  'calls-prctl',
  'calls-socket',
  'calls-unlisted',
] as const;
export type Layer = (typeof LAYERS)[number];

/** Layers that cannot stand without another. */
const RESTS_ON: Partial<Record<Layer, Layer>> = {
  'nested-userns': 'userns',
  hostname: 'uts',
  ids: 'userns',
  gid: 'uid',
  groups: 'uid',
  'no-new-privs': 'uid',
  // Counted per user: with the user shared, other programs of that user would count too.
  'limit-nproc': 'uid',
};

/** Whether a layer stands when those of `without` are taken away. */
export function stands(layer: Layer, without: readonly Layer[]): boolean {
  const base = RESTS_ON[layer];
  return !without.includes(layer) && (base === undefined || stands(base, without));
}

/** A part of a command or a program that belongs to a layer, with what takes its place. */
export type Part<T> = readonly [layer: Layer, part: readonly T[], instead?: readonly T[]];

export const assemble = <T>(parts: readonly Part<T>[], without: readonly Layer[]): T[] =>
  parts.flatMap(([layer, part, instead = []]) => (stands(layer, without) ? part : instead));
