/** A place for one box, with a user of its own where we are root. */
export type Slot = { uid: number | null; release(): void };

export const FIRST_UID = 60001;
const COUNT = 64;

/**
 * User ids 60001–60064, taken in turn so that one just used rests longest: boxes of different students never share a user, and
 * none of them is a user anything else on the machine runs as.
 */
export class Slots {
  readonly #dropsUid: boolean;
  readonly #free: number[];

  constructor(dropsUid: boolean) {
    this.#dropsUid = dropsUid;
    this.#free = Array.from({ length: COUNT }, (_, i) => FIRST_UID + i);
  }

  take(): Slot {
    const uid = this.#free.shift();
    if (uid === undefined) throw new RangeError(`more than ${COUNT} boxes at once`);
    return { uid: this.#dropsUid ? uid : null, release: () => void this.#free.push(uid) };
  }
}
