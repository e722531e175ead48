import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadBank, type Bank } from '#lib/content/bank.ts';

const FOLDER = path.resolve('tests/fixtures/questions/broken');

/** Each fixture says on the line of its mistake which code it must earn: `# !oneCorrect` in YAML, `// !generatorFails` in a generator. */
const expected = globSync('**/*.{yml,ts}', { cwd: FOLDER }).flatMap((file) =>
  readFileSync(path.join(FOLDER, file), 'utf8')
    .split('\n')
    .flatMap((text, i) => [...text.matchAll(/ !(\w+)/g)].map(([, code]) => `${file}:${i + 1} ${code}`)),
);

describe('a bank full of mistakes', () => {
  let bank: Bank;
  beforeAll(async () => {
    bank = await loadBank(FOLDER, { generatorTimeLimitMs: 3_000 });
  });

  test('is reported whole: every mistake at its file and line, and nothing else', () => {
    const found = bank.faults.map((f) => `${f.file}:${f.line} ${f.code}`);
    expect(expected.length).toBeGreaterThan(30);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test('is explained in both languages', () => {
    for (const { message } of bank.faults) {
      expect(message.tr.length).toBeGreaterThan(5);
      expect(message.en.length).toBeGreaterThan(5);
      expect(message.tr).not.toBe(message.en);
    }
  });

  test('comes in a stable order, by file and line', () => {
    const places = bank.faults.map((f) => [f.file, f.line] as const);
    expect(places).toEqual(places.toSorted((a, b) => a[0].localeCompare(b[0], 'en') || a[1] - b[1]));
  });
});
