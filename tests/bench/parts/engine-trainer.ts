import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { startHere } from '#graders/engines/testing/start-here.ts';
import { locateWasm } from '#graders/engines/wasm/locate.ts';
import type { EngineId } from '#lib/core/engines.ts';
import { prepare, type ModelName } from './engine-models.ts';

/**
 * `engine-trainer.ts ENGINE`: a process that trains what it is asked for, a line of JSON each, and answers how long it took. `stock` is
 * tfjs's wasm backend as it comes, without this project's kernels.
 */
export type Order = { model: ModelName; batchSize: number; epochs: number };
/** Null where the engine cannot train the model at all. */
export type Answer = { rows: number; wallMs: number; cpuMs: number; memoryMib: number } | null;

const engine = process.argv[2] as EngineId | 'stock';
const prepared = new Map<ModelName, ReturnType<typeof prepare>>();

async function start(): Promise<void> {
  if (engine !== 'stock') return startHere(engine);
  const located = locateWasm();
  if (located.ok) setWasmPaths(`${dirname(located.parts.files[0]!)}/`);
  await tf.setBackend('wasm');
}

async function train({ model: name, batchSize, epochs }: Order): Promise<Answer> {
  const ready = prepared.get(name) ?? prepare(name);
  prepared.set(name, ready);
  const { model, x, y, rows } = ready;
  const [cpu, startedAt] = [process.cpuUsage(), performance.now()];
  try {
    await model.fit(x, y, { epochs, batchSize, verbose: 0 });
  } catch (error) {
    if (!/not registered for backend/.test(String(error))) throw error;
    return null;
  }
  const { user, system } = process.cpuUsage(cpu);
  const wallMs = performance.now() - startedAt;
  const memoryMib = process.resourceUsage().maxRSS / 1024;
  return { rows: rows * epochs, wallMs, cpuMs: (user + system) / 1000, memoryMib };
}

await start();
for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await train(JSON.parse(line) as Order))}\n`);
process.exit(0);
