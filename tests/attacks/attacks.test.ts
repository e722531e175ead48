import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startHost, type HostClient } from '#graders/host/client.ts';
import { makeAssignment } from '#tests/factories/assignment.ts';
import { ATTACKS, HONEST, type Attack } from './cases.ts';
import { isolationHere } from './isolation-here.ts';
import { boxProcesses, processesOf } from './processes.ts';

/** Submissions that try to get out or to forge a score, against real boxes: what they earn, and what they leave behind. */
vi.setConfig({ testTimeout: 90_000 });
const { proven, why } = await isolationHere();
const WARM = 1;
const CANARY = 'canary-4f1d';

const assignment = makeAssignment({
  // Wall time is generous: test files share the cores with whatever else runs.
  limits: {
    wallSeconds: 60,
    cpuSeconds: 3,
    memoryMib: 400,
    outputKib: 64,
    paramsMax: 10_000,
    epochsMax: 100,
  },
  metric: { name: 'accuracy', classes: 8 },
  band: [
    { value: 0.3, points: 0 },
    { value: 0.9, points: 100 },
  ],
});

let host: HostClient;
let listener: net.Server;
let connections = 0;
const folder = mkdtempSync(path.join(tmpdir(), 'derin-attacks-'));
const file = path.join(folder, 'canary');

beforeAll(async () => {
  writeFileSync(file, CANARY, { mode: 0o644 });
  process.env['DERIN_CANARY'] = CANARY;
  listener = net.createServer((socket) => (connections++, socket.end(CANARY)));
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const assignmentsFolder = path.join(import.meta.dirname, 'assignments');
  host = startHost({
    hello: { hiddenSecretHex: '5e'.repeat(32), assignmentsFolder, warmBoxes: WARM },
  });
  if (proven) await host.nextProof();
});

afterAll(async () => {
  await host.stop();
  listener.close();
  rmSync(folder, { recursive: true });
});

const grade = (id: string, source: string, limits: Attack['limits'] = {}) => {
  const port = String((listener.address() as net.AddressInfo).port);
  const ready = source.replaceAll('$PORT', port).replaceAll('$FILE', file);
  const tightened = { ...assignment, limits: { ...assignment.limits, ...limits } };
  return host.grade({
    id,
    assignment: tightened,
    term: 'test',
    lang: 'tr',
    language: 'tfjs',
    source: ready,
    seeds: [1],
    engine: 'auto',
  });
};

test.skipIf(!proven)('the same box grades honest work in full', async () => {
  const report = await grade('honest', HONEST);
  expect(report).toMatchObject({ outcome: 'graded', score: 100 });
  expect(report.metrics[0]?.value).toBeGreaterThan(0.95);
});

test.skipIf(!proven).each(ATTACKS)('$id', async ({ id, source, expected, limits }) => {
  const report = await grade(id, source, limits);
  expect(expected.outcomes, JSON.stringify(report.message)).toContain(report.outcome);
  if (expected.limit) expect(report.limit).toBe(expected.limit);
  if (expected.says) expect(report.message?.en).toMatch(expected.says);
  expect(report.fraction ?? 0).toBeLessThan(0.5);
  expect(JSON.stringify(report)).not.toContain(CANARY);
  expect(connections).toBe(0);
  if (report.isolation.uid !== null) expect(processesOf(report.isolation.uid)).toEqual([]);
});

test.skipIf(!proven)('after all of that, honest work is graded as before', async () => {
  expect(await grade('honest again', HONEST)).toMatchObject({ outcome: 'graded', score: 100 });
});

test.skipIf(!proven)('a cancelled submission is over at once and leaves nothing', async () => {
  const over = grade('cancelled', 'for (;;);');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const startedAt = performance.now();
  await Promise.all([host.cancel('cancelled'), expect(over).rejects.toThrow('cancelled')]);
  expect(performance.now() - startedAt).toBeLessThan(500);
});

test.skipIf(!proven)('a stopped host takes its boxes along', async () => {
  const before = boxProcesses();
  await host.stop();
  expect(before.length).toBeGreaterThan(0);
  expect(boxProcesses().filter((pid) => before.includes(pid))).toEqual([]);
});

test.skipIf(proven)(`no attack is run here: ${why}`, () => {
  expect(why).not.toBe('');
});
