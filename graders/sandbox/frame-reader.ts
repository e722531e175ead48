import type { FrameRule } from '#graders/protocol/box.ts';

export type Frame = { type: number; payload: Buffer };

/** A box sent what the protocol does not know. Whatever else it did counts for nothing. */
export class ProtocolBreach extends Error {}

const HEADER_BYTES = 8;
const EMPTY = Buffer.alloc(0);

/**
 * Cuts a stream into frames and judges each by its header, before a byte of its payload is kept: unknown types, payloads above
 * their cap and frames above their count are refused at once. So memory stays within the caps whatever a box claims.
 */
export class FrameReader {
  readonly #rules: Map<number, FrameRule>;
  readonly #counts = new Map<number, number>();
  /** The first `#length` bytes are those of the header or payload at hand. */
  #bytes = EMPTY;
  #length = 0;
  #type: number | null = null;
  #needed = HEADER_BYTES;

  constructor(rules: readonly FrameRule[]) {
    this.#rules = new Map(rules.map((rule) => [rule.type, rule]));
  }

  /** The frames completed by `chunk`, in order. Throws `ProtocolBreach`. */
  push(chunk: Buffer): Frame[] {
    const frames: Frame[] = [];
    for (let at = 0; at < chunk.length || this.#needed === this.#length;) {
      const part = chunk.subarray(at, at + this.#needed - this.#length);
      this.#keep(part);
      at += part.length;
      if (this.#length < this.#needed) break;
      const frame = this.#complete();
      if (frame) frames.push(frame);
    }
    return frames;
  }

  /** True in the middle of a frame: the stream ended too early. */
  get isTruncated(): boolean {
    return this.#length > 0 || this.#type !== null;
  }

  /** Copied, by doubling: a frame sent byte by byte costs no more than its bytes. */
  #keep(part: Buffer): void {
    const length = this.#length + part.length;
    if (length > this.#bytes.length) {
      const grown = Buffer.allocUnsafeSlow(Math.min(this.#needed, Math.max(length, 2 * this.#bytes.length)));
      this.#bytes.copy(grown, 0, 0, this.#length);
      this.#bytes = grown;
    }
    part.copy(this.#bytes, this.#length);
    this.#length = length;
  }

  #complete(): Frame | null {
    const bytes = this.#bytes.subarray(0, this.#length);
    [this.#bytes, this.#length] = [EMPTY, 0];
    if (this.#type === null) {
      this.#type = bytes.readUInt32LE(0);
      this.#needed = this.#admit(this.#type, bytes.readUInt32LE(4));
      return null;
    }
    const frame = { type: this.#type, payload: bytes };
    [this.#type, this.#needed] = [null, HEADER_BYTES];
    return frame;
  }

  #admit(type: number, length: number): number {
    const rule = this.#rules.get(type);
    if (!rule) throw new ProtocolBreach(`unknown frame type ${type}`);
    if (length > rule.maxBytes)
      throw new ProtocolBreach(`frame ${type} claims ${length} bytes, at most ${rule.maxBytes}`);
    const count = (this.#counts.get(type) ?? 0) + 1;
    if (count > rule.maxCount)
      throw new ProtocolBreach(`frame ${type} came more than ${rule.maxCount} times`);
    this.#counts.set(type, count);
    return length;
  }
}
