import type { Readable, Writable } from 'node:stream';

/** JSON documents over a byte stream: a 4-byte little-endian length, then UTF-8. */
const HEADER_BYTES = 4;
/** A grade request carries an assignment and a source of at most 2 MiB; a report three runs of 2000 epochs. */
const MESSAGE_BYTES_MAX = 32 * 1024 * 1024;

export function sendMessage(stream: Writable, message: unknown): void {
  const body = Buffer.from(JSON.stringify(message));
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(body.length);
  stream.write(Buffer.concat([header, body]));
}

/** The documents of a stream until it ends. Throws on a length above 32 MiB and on text that is not JSON. */
export async function* receiveMessages(stream: Readable): AsyncGenerator<unknown> {
  let parts: Buffer[] = [];
  let length = 0;
  let needed = HEADER_BYTES;
  let inBody = false;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    parts.push(chunk);
    length += chunk.length;
    while (length >= needed) {
      const bytes = Buffer.concat(parts);
      const taken = bytes.subarray(0, needed);
      [parts, length] = [[bytes.subarray(needed)], length - needed];
      if (inBody) yield JSON.parse(taken.toString('utf8'));
      needed = inBody ? HEADER_BYTES : checkLength(taken.readUInt32LE());
      inBody = !inBody;
    }
  }
}

function checkLength(length: number): number {
  if (length > MESSAGE_BYTES_MAX) throw new RangeError(`a message of ${length} bytes`);
  return length;
}
