import type { Bind, Link } from '#graders/sandbox/bind.ts';

/** Inside a box: makes tfjs compute with the engine. `find` gives the path of one of the engine's files by its name. */
export type StartEngine = (find: (name: string) => string) => Promise<void>;

/** What a box needs beside its program, all shown read-only and nothing more. */
export type EngineParts = {
  /** Found by `find` under their base name. */
  files: string[];
  /** Libraries of the system that the loader looks for at their own paths. */
  libraries: Bind[];
  links: Link[];
  /** Whether it is native code: the box then may load addons until the engine has started. */
  isNative: boolean;
  /** Resident memory of the engine itself, on top of what an assignment allows. */
  memoryMib: number;
  /** What was found, for the operator. */
  detail: string;
};

/** `why`: what is missing and what to do about it, for the operator. */
export type Located = { ok: true; parts: EngineParts } | { ok: false; why: string };

export type Engine = {
  /** The file whose `start` is a `StartEngine`, seen from the repository's root. */
  module: string;
  /** Which form of tfjs it is bundled with: ES modules, of which unused parts go, or the older classes that tfjs-node extends. */
  form: 'module' | 'main';
  /** Looks for the engine's files on this machine. Whether they work is shown by a box. */
  locate(): Located;
};
