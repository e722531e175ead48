import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { ensureBundle } from '#graders/box/bundle.ts';
import { makeTrainJob } from '#graders/host/jobs.ts';
import { config } from '#lib/config/config.ts';
import { selectPaper, selectResponse } from '#lib/data/attempts.ts';
import { startAttempt } from '#lib/services/attempts/start.ts';
import { makeAssignment, makeMaterial } from '../../factories/assignment.ts';
import { makeWorld } from '../../integration/attempts/world.ts';
import { trainBare } from './bare-training.ts';
import { startBareWeb } from './bare-web.ts';
import { sendBlock, type Ask } from './load.ts';
import { withProbe } from './probe.ts';

/** Baselines run on the tables and the protocol of the product: when those change, this says so before a bench does. */
const SOURCE = `model = tf.sequential({ layers: [tf.layers.dense({ units: 2, activation: 'softmax', inputShape: [1] })] });
model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' });
await model.fit(xTrain, yTrain, { epochs: 1, verbose: 0 });`;
const DATA = { x: new Float32Array(8), y: new Float32Array(8), xShape: [8, 1], yShape: [8] };
const assignment = makeAssignment();
const material = makeMaterial(assignment, DATA);
const trained = async (source: string) =>
  trainBare(await ensureBundle(), makeTrainJob({ source, assignment }, 1, material), material);

test('a bare training tells its times in their order', async () => {
  const times = await trained(withProbe(SOURCE));
  expect(times.startMs).toBeGreaterThan(0);
  expect(times.firstLineMs).toBeGreaterThan(0);
  expect(times.firstEpochMs).toBeGreaterThan(times.firstLineMs);
  expect(times.trainMs).toBeGreaterThan(times.firstEpochMs);
  expect(times.cpuMs).toBeGreaterThan(0);
});

test('a bare training that fails is no measurement', async () => {
  await expect(trained("throw new Error('because')")).rejects.toThrow('because');
});

test('the bare server shows a paper and saves to it, for its student alone', async () => {
  const { deniz, isil, exam } = makeWorld();
  const started = await startAttempt(deniz, exam);
  if (!started.ok) throw new Error(started.error.code);
  const attempt = started.value;
  const { variant } = selectPaper(attempt)[0]!;
  const children: ReturnType<typeof spawn>[] = [];
  const start = (command: string[]) => {
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    return child;
  };
  try {
    const server = await startBareWeb({ folder: config().dataFolder, start }, deniz.userId);
    const page: Ask = { method: 'GET', path: `/attempts/${attempt}`, headers: { cookie: server.cookie } };
    let sequence = 0;
    const next = () => JSON.stringify({ answer: { text: '1' }, flagged: true, sequence: ++sequence });
    const save: Ask = { ...page, method: 'PUT', path: `${page.path}/responses/${variant.id}`, next };
    const block = await sendBlock(server, [page, page], 10);
    expect(block.latenciesMs).toHaveLength(10);
    expect(block.requestsPerSecond).toBeGreaterThan(0);
    await sendBlock(server, [save], 10);
    expect(selectResponse(variant.id)).toMatchObject({ answer: { text: '1' }, flagged: true, sequence: 10 });
    const cookie = server.cookie.replace(deniz.userId, isil.userId);
    await expect(sendBlock(server, [{ ...page, headers: { cookie } }], 4)).rejects.toThrow('4 refused');
  } finally {
    children.forEach((child) => child.kill());
  }
});
