import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isReadableByAll, reachableByAll } from './staging.ts';

const isRoot = process.getuid?.() === 0;

function fileIn(folderMode: number, fileMode: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'derin-staging-'));
  const file = path.join(folder, 'program');
  writeFileSync(file, folder);
  chmodSync(file, fileMode);
  chmodSync(folder, folderMode);
  return file;
}

test.each([
  [0o755, 0o644, true],
  [0o711, 0o644, true],
  [0o700, 0o644, false],
  [0o755, 0o600, false],
])('a file of mode %o in a folder of mode %o', (folderMode, fileMode, expected) => {
  const file = fileIn(folderMode, fileMode);
  expect(isReadableByAll(file)).toBe(expected);
  rmSync(path.dirname(file), { recursive: true });
});

test.skipIf(!isRoot)(
  'what only root can reach is shown from a folder all can search, with the same content',
  () => {
    for (const [folderMode, fileMode] of [
      [0o700, 0o644],
      [0o755, 0o600],
    ] as const) {
      const from = fileIn(folderMode, fileMode);
      const [bind, again] = [
        reachableByAll([{ from, to: '/lib/x' }])[0]!,
        reachableByAll([{ from, to: '/lib/x' }])[0]!,
      ];
      expect(again).toEqual(bind);
      expect(bind.to).toBe('/lib/x');
      expect(isReadableByAll(bind.from)).toBe(true);
      expect(readFileSync(bind.from, 'utf8')).toBe(path.dirname(from));
      expect(statSync(from).mode & 0o777).toBe(fileMode);
      rmSync(bind.from);
      rmSync(path.dirname(from), { recursive: true });
    }
  },
);

test.skipIf(!isRoot)('what all can reach stays where it is', () => {
  const from = fileIn(0o755, 0o644);
  expect(reachableByAll([{ from, to: '/lib/x' }])).toEqual([{ from, to: '/lib/x' }]);
  rmSync(path.dirname(from), { recursive: true });
});
