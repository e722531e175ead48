/** A place for one box, with a user of its own where we are root. */
export type Slot = { uid: number | null; release(): void };

export const FIRST_UID = 60001;
const COUNT = 64;
/** Two hosts on one machine (an installation and a test run) seldom draw the same range. */
const RANGES = 8;

/**
 * User ids from 60001 to 60512, one range of 64 for each host, taken in turn so that one just used rests longest: boxes of
 * different students never share a user, and none of them is a user anything else on the machine runs as.
 */
export class Slots {
  readonly #dropsUid: boolean;
  /** Its users, whether taken or not. */
  readonly uids: readonly number[];
  readonly #free: number[];

  constructor(dropsUid: boolean, pid = process.pid) {
    this.#dropsUid = dropsUid;
    this.uids = Array.from({ length: COUNT }, (_, i) => FIRST_UID + COUNT * (pid % RANGES) + i);
    this.#free = [...this.uids];
  }

  take(): Slot {
    const uid = this.#free.shift();
    if (uid === undefined) throw new RangeError(`more than ${COUNT} boxes at once`);
    return { uid: this.#dropsUid ? uid : null, release: () => void this.#free.push(uid) };
  }
}
