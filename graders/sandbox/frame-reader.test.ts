import { expect, test } from 'vitest';
import { FrameReader, ProtocolBreach } from './frame-reader.ts';

const RULES = [
  { type: 1, maxBytes: 0, maxCount: 1 },
  { type: 20, maxBytes: 8, maxCount: 2 },
];
const header = (type: number, length: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(type, 0);
  bytes.writeUInt32LE(length, 4);
  return bytes;
};
const frame = (type: number, text: string): Buffer =>
  Buffer.concat([header(type, text.length), Buffer.from(text)]);
const texts = (reader: FrameReader, chunks: Buffer[]) =>
  chunks.flatMap((chunk) => reader.push(chunk)).map(({ type, payload }) => `${type}:${payload}`);

const STREAM = Buffer.concat([frame(20, 'first'), frame(1, ''), frame(20, '')]);

test.each([1, 2, 3, 7, 8, 9, 100])('frames are the same however the stream is cut (%i bytes)', (size) => {
  const chunks = Array.from({ length: Math.ceil(STREAM.length / size) }, (_, i) =>
    STREAM.subarray(i * size, (i + 1) * size),
  );
  expect(texts(new FrameReader(RULES), chunks)).toEqual(['20:first', '1:', '20:']);
});

test('a stream that ends inside a header or a payload is truncated', () => {
  const reader = new FrameReader(RULES);
  for (const byte of frame(20, 'abc').subarray(0, -1)) {
    reader.push(Buffer.from([byte]));
    expect(reader.isTruncated).toBe(true);
  }
  reader.push(Buffer.from('c'));
  expect(reader.isTruncated).toBe(false);
});

const BREACHES: [string, Buffer][] = [
  ['an unknown type', header(2, 0)],
  ['4 GiB', header(20, 0xffffffff)],
  ['one byte too many', header(20, 9)],
  ['a payload where none may be', header(1, 1)],
  ['a type too often', Buffer.concat([frame(20, ''), frame(20, ''), header(20, 0)])],
  ['text', Buffer.from('{"score": 100}')],
];
test.each(BREACHES)('the header alone is enough to refuse %s', (_, bytes) => {
  expect(() => new FrameReader(RULES).push(bytes)).toThrow(ProtocolBreach);
});
