import { createHmac } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DataSet, DataSource } from '#lib/core/assignments/data.ts';

type DataModule = { default: DataSource };

/** The first four bytes (big endian) of HMAC-SHA-256(secret, "assignment/term"): nobody without the secret can draw the hidden rows. */
export const hiddenSeed = (secretHex: string, assignment: string, term: string): number =>
  createHmac('sha256', Buffer.from(secretHex, 'hex'))
    .update(`${assignment}/${term}`)
    .digest()
    .readUInt32BE(0);

type Rows = { open: DataSet; hidden: DataSet };

/** Public and hidden rows of the assignments in one folder, made once for each term. */
export class DataSets {
  readonly #folder: string;
  readonly #secretHex: string;
  readonly #made = new Map<string, Promise<Rows>>();

  constructor(folder: string, secretHex: string) {
    this.#folder = folder;
    this.#secretHex = secretHex;
  }

  /** Throws when the assignment's `data.ts` does: that is our fault, not a student's. */
  of(assignment: string, term: string): Promise<Rows> {
    const name = `${assignment}/${term}`;
    const known = this.#made.get(name);
    if (known) return known;
    const made = this.#make(assignment, term);
    this.#made.set(name, made);
    made.catch(() => this.#made.delete(name));
    return made;
  }

  async #make(assignment: string, term: string): Promise<Rows> {
    const url = pathToFileURL(path.resolve(this.#folder, assignment, 'data.ts')).href;
    const { default: data } = (await import(/* @vite-ignore */ url)) as DataModule;
    const hidden = data.hiddenData(hiddenSeed(this.#secretHex, assignment, term));
    return { open: checkShapes(data.publicData()), hidden: checkShapes(hidden) };
  }
}

function checkShapes(split: DataSet): DataSet {
  const size = (shape: number[]) => shape.reduce((product, side) => product * side, 1);
  const { x, y, xShape, yShape } = split;
  if (x.length !== size(xShape) || y.length !== size(yShape) || xShape[0] !== yShape[0]) {
    throw new Error(
      `data of ${x.length} and ${y.length} numbers do not fit shapes [${xShape}] and [${yShape}]`,
    );
  }
  return split;
}
