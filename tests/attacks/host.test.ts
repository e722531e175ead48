import { mkdtempSync, rmSync, symlinkSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startHost, type HostClient } from '#graders/host/client.ts';
import { inspectMachine } from '#graders/sandbox/machine.ts';
import { isolationHere } from './isolation-here.ts';
import { boxProcesses } from './processes.ts';
import { HONEST } from './payloads.ts';
import { assignment } from './submitted.ts';

/** The grader host as the worker runs it, in a process of its own: what it does when a submission or the machine fails it. */
vi.setConfig({ testTimeout: 90_000 });
const { proven, why } = await isolationHere();

let host: HostClient;
const tools = mkdtempSync(path.join(tmpdir(), 'derin-tools-'));
const bwrap = path.join(tools, 'bwrap');
const inspection = inspectMachine();

/** The host finds bwrap here first, so that it can be taken away from it. */
const showBwrap = () => inspection.ok && symlinkSync(inspection.machine.tools.bwrap, bwrap);

beforeAll(async () => {
  if (!proven) return;
  chmodSync(tools, 0o755);
  showBwrap();
  vi.stubEnv('PATH', `${tools}:${process.env['PATH']}`);
  const assignmentsFolder = path.join(import.meta.dirname, 'assignments');
  host = startHost({ hello: { hiddenSecretHex: '5e'.repeat(32), assignmentsFolder, warmBoxes: 1 } });
  await host.nextProof();
});

afterAll(async () => {
  await host?.stop();
  rmSync(tools, { recursive: true });
});

const grade = (id: string, source: string) =>
  host.grade({
    id,
    assignment,
    term: 'test',
    lang: 'en',
    language: 'tfjs',
    source,
    seeds: [1],
    engine: 'wasm',
  });

test.skipIf(!proven)('honest work is graded in full', async () => {
  const report = await grade('honest', HONEST);
  expect(report).toMatchObject({ outcome: 'graded', score: 100 });
  expect(report.metrics[0]?.value).toBeGreaterThan(0.95);
});

test.skipIf(!proven)('a cancelled submission is over at once and leaves nothing', async () => {
  const over = grade('cancelled', 'for (;;);');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const startedAt = performance.now();
  await Promise.all([host.cancel('cancelled'), expect(over).rejects.toThrow('cancelled')]);
  expect(performance.now() - startedAt).toBeLessThan(500);
});

test.skipIf(!proven)('isolation that cannot be shown any more turns grading off until it can', async () => {
  rmSync(bwrap);
  expect(await host.prove()).toMatchObject({ proven: false });
  expect(await grade('off', HONEST)).toMatchObject({ outcome: 'graderFailed', score: null });
  showBwrap();
  expect(await host.prove()).toMatchObject({ proven: true });
  expect(await grade('on', HONEST)).toMatchObject({ outcome: 'graded', score: 100 });
});

test.skipIf(!proven)('a stopped host takes its boxes along', async () => {
  const before = boxProcesses('train');
  await host.stop();
  expect(before.length).toBeGreaterThan(0);
  expect(boxProcesses('train').filter((pid) => before.includes(pid))).toEqual([]);
});

test.skipIf(proven)(`no box is started here: ${why}`, () => {
  expect(why).not.toBe('');
});
