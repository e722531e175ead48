import { createHmac } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  HIDDEN_NAMES,
  namesOf,
  PUBLIC_NAMES,
  toTensors,
  type Base,
  type DataSource,
  type Tensors,
} from '#lib/core/assignments/data.ts';
import type { FunctionTest } from '#lib/core/assignments/function-tests.ts';
import { labelsOf } from '#lib/core/assignments/metric-kind.ts';
import type { Lang } from '#lib/core/lang.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';

type DataModule = { default: DataSource };

/** The first four bytes (big endian) of HMAC-SHA-256(secret, "assignment/term"): nobody without the secret can draw the hidden rows. */
export const hiddenSeed = (secretHex: string, assignment: string, term: string): number =>
  createHmac('sha256', Buffer.from(secretHex, 'hex'))
    .update(`${assignment}/${term}`)
    .digest()
    .readUInt32BE(0);

/** What an assignment is graded with. Nothing in `hidden` but the inputs of models ever enters a box; `tests` stay here whole. */
export type Material = {
  open: Tensors;
  /** Numbers predefined beside the public tensors. */
  names: Record<string, number>;
  hidden: Tensors;
  tests: FunctionTest[];
  base: Base | null;
};

type Named = Pick<Assignment, 'id' | 'metric'>;

/** The material of the assignments in one folder, made once for each term and language. */
export class DataSets {
  readonly #folder: string;
  readonly #secretHex: string;
  readonly #made = new Map<string, Promise<Material>>();

  constructor(folder: string, secretHex: string) {
    this.#folder = folder;
    this.#secretHex = secretHex;
  }

  /** Throws when the assignment's `data.ts` does: that is our fault, not a student's. */
  of(assignment: Named, term: string, lang: Lang): Promise<Material> {
    const name = `${assignment.id}/${term}/${lang}`;
    const known = this.#made.get(name);
    if (known) return known;
    const made = this.#make(assignment, term, lang);
    this.#made.set(name, made);
    made.catch(() => this.#made.delete(name));
    return made;
  }

  async #make({ id, metric }: Named, term: string, lang: Lang): Promise<Material> {
    const url = pathToFileURL(path.resolve(this.#folder, id, 'data.ts')).href;
    const { default: data } = (await import(/* @vite-ignore */ url)) as DataModule;
    const seeds = {
      hidden: hiddenSeed(this.#secretHex, id, term),
      tests: hiddenSeed(this.#secretHex, `${id}:tests`, term),
    };
    return materialOf(data, metric, seeds, lang);
  }
}

/**
 * Two seeds, because a box sees the inputs of tests: numbers drawn from a 32-bit seed give it away to whoever tries them all, and
 * that of the hidden rows must stay where no student's code runs.
 */
export function materialOf(
  data: DataSource,
  metric: Assignment['metric'],
  seeds: { hidden: number; tests: number },
  lang: Lang,
): Material {
  const labels = labelsOf(metric);
  const open = data.publicData(lang);
  return {
    open: checkShapes(toTensors(open, PUBLIC_NAMES, labels)),
    names: namesOf(open),
    hidden: checkShapes(toTensors(data.hiddenData(seeds.hidden, lang), HIDDEN_NAMES, labels)),
    tests: data.functionTests?.(seeds.tests) ?? [],
    base: data.base?.() ?? null,
  };
}

function checkShapes(tensors: Tensors): Tensors {
  for (const [name, { values, shape }] of Object.entries(tensors)) {
    const size = shape.reduce((product, side) => product * side, 1);
    if (values.length !== size)
      throw new Error(`${name} holds ${values.length} numbers, its shape is [${shape}]`);
  }
  return tensors;
}
