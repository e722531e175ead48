/** Text a box printed, kept up to a number of bytes. */
export class Capture {
  #maxBytes: number;
  readonly #onText: (text: string) => void;
  readonly #decoders = [new TextDecoder(), new TextDecoder()];
  #bytes = 0;
  #text = '';

  constructor(maxBytes: number, onText: (text: string) => void) {
    this.#maxBytes = maxBytes;
    this.#onText = onText;
  }

  /** Sets the budget of a box that was started before its job was known. */
  limit(maxBytes: number): void {
    this.#maxBytes = maxBytes;
  }

  /** Forgets what came so far. */
  clear(): void {
    [this.#bytes, this.#text] = [0, ''];
  }

  get text(): string {
    return this.#text;
  }

  /** More came than is kept. */
  get isTruncated(): boolean {
    return this.#bytes > this.#maxBytes;
  }

  /** Takes bytes of one stream (0 stdout, 1 stderr: a character may be cut between two chunks of the same stream). */
  add(stream: 0 | 1, chunk: Buffer): void {
    const room = Math.max(0, this.#maxBytes - this.#bytes);
    this.#bytes += chunk.length;
    if (room === 0) return;
    const text = this.#decoders[stream]!.decode(chunk.subarray(0, room), { stream: true });
    this.#text += text;
    this.#onText(text);
  }
}
