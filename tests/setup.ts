import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** Each test file gets a data folder of its own, so a real database is never shared and never left behind. */
const folder = mkdtempSync(path.join(tmpdir(), 'derin-test-'));
process.env.DERIN_DATA = folder;
process.env.NEXTAUTH_SECRET = 'a secret for tests, thirty-two bytes or more';

afterAll(() => rmSync(folder, { recursive: true, force: true }));
