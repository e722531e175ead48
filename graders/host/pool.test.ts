import { expect, test } from 'vitest';
import { ensureBundle } from '#graders/box/bundle.ts';
import { inspectMachine } from '#graders/sandbox/machine.ts';
import { Slots } from '#graders/sandbox/slots.ts';
import { boxProcesses, commandOf } from '#tests/attacks/processes.ts';
import { isolationHere } from '#tests/attacks/isolation-here.ts';
import { Pool } from './pool.ts';

const { proven, why } = await isolationHere();
const LIMITS = { memoryMib: 256, cpuSeconds: 9, wallSeconds: 9 };

test.skipIf(!proven)(`boxes wait while students use them, and no longer${why}`, async () => {
  const inspection = inspectMachine();
  if (!inspection.ok) throw new Error(inspection.detail);
  const slots = new Slots(process.getuid?.() === 0);
  const pool = new Pool(inspection.machine, slots, await ensureBundle(), 1);
  const before = boxProcesses().length;
  const taken = await pool.take('train', LIMITS);
  pool.fill('train');
  await pool.check();
  const both = boxProcesses().length;
  expect(both).toBeGreaterThan(before);
  await pool.rest();
  expect(boxProcesses().length).toBe(both);
  await pool.rest();
  const one = boxProcesses().length;
  expect(one).toBeGreaterThan(before);
  expect(one).toBeLessThan(both);
  await taken.box.kill();
  await pool.close();
  expect(boxProcesses().length).toBe(before);
});

test.skipIf(!proven)(`only a plain pool tells its boxes to train without acceleration${why}`, async () => {
  const inspection = inspectMachine();
  if (!inspection.ok) throw new Error(inspection.detail);
  const slots = new Slots(process.getuid?.() === 0);
  const told: boolean[] = [];
  for (const isPlain of [false, true]) {
    const pool = new Pool(inspection.machine, slots, await ensureBundle(), 0, isPlain);
    const { box } = await pool.take('train', LIMITS);
    told.push(boxProcesses('train').some((pid) => commandOf(pid).includes('--plain')));
    await box.kill();
    await pool.close();
  }
  expect(told).toEqual([false, true]);
});
