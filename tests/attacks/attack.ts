import type { Bind } from '#graders/sandbox/bind.ts';
import type { BoxLimits } from '#graders/sandbox/supervision.ts';
import type { Layer } from '#graders/sandbox/layers.ts';
import type { AidId, MutantId } from './mutants.ts';
import type { Call } from './native/elf.ts';
import type { Variant } from './variant.ts';
import type { World } from './world.ts';

/** What can be taken away: a layer of a box, or a check of the host. */
export type Guard = Layer | MutantId;
export type Change = Guard | AidId;

/** What every attack says of itself. Its id is its path below `cases/`. */
type Claim = {
  /** What it is after, to be read after "tries to". */
  to: string;
  /** What comes of it while everything is in place. */
  held: RegExp;
  /** Changed in both runs, so that the layer under test stands alone. */
  base?: readonly Change[];
  /** The positive control: without these, `out` comes of the same payload. */
  guard: readonly Guard[];
  out: RegExp;
};

/** A script in a box of its own, with nothing of Node's permissions: the operating system's layers alone. */
export type BoxAttack = Claim & {
  kind: 'box';
  /** `$NAMES` of the bait are filled in; `fs`, `say` and `frame` are there. What it throws is said as its code. */
  script: string;
  limits?: Partial<BoxLimits>;
  /** No clock and no counter of ours runs: what the kernel does by itself. */
  unwatched?: true;
  /** Files shown in the box; `$NAMES` are filled in. */
  binds?: readonly Bind[];
};

/** Calls to the kernel from a program that is not Node: `execve` is allowed, so this is what a student's bytes could become. */
export type NativeAttack = Claim & {
  kind: 'native';
  calls: readonly Call[];
  /** Made outside any box before and after. */
  before?: readonly Call[];
  after?: readonly Call[];
  limits?: Partial<BoxLimits>;
};

/** A student's file, graded as every submission is. */
export type SubmissionAttack = Claim & {
  kind: 'submission';
  source: string;
  limits?: Partial<
    Record<'wallSeconds' | 'cpuSeconds' | 'memoryMib' | 'outputKib' | 'paramsMax' | 'epochsMax', number>
  >;
};

/** Anything else that a box, a file or another process may do to the host. */
export type HostAttack = Claim & {
  kind: 'host';
  /** Returns what came of it, using the modules of `variant`. */
  act: (variant: Variant, world: World) => Promise<string> | string;
};

export type Attack = BoxAttack | NativeAttack | SubmissionAttack | HostAttack;

export const boxAttack = (attack: Omit<BoxAttack, 'kind'>): BoxAttack => ({ kind: 'box', ...attack });
export const nativeAttack = (attack: Omit<NativeAttack, 'kind'>): NativeAttack => ({
  kind: 'native',
  ...attack,
});
export const submissionAttack = (attack: Omit<SubmissionAttack, 'kind'>): SubmissionAttack => ({
  kind: 'submission',
  ...attack,
});
export const hostAttack = (attack: Omit<HostAttack, 'kind'>): HostAttack => ({ kind: 'host', ...attack });

/** Planted wherever an attack may reach; no result of a held attack may hold it. */
export const CANARY = 'canary-4f1d';
export const LEAKED = /canary-4f1d/;
