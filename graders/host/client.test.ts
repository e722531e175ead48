import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { ENGINE_IDS } from '#lib/core/engines.ts';
import { makeAssignment } from '#tests/factories/assignment.ts';
import { HostDied, startHost, type GradeRequest } from './client.ts';

/** A host proves itself with a box for each engine the machine has. */
vi.setConfig({ testTimeout: 60_000 });

const hello = {
  hiddenSecretHex: '00'.repeat(32),
  assignmentsFolder: path.join(import.meta.dirname, 'none'),
  warmBoxes: 0,
};
const job: GradeRequest = {
  id: 'j1',
  assignment: makeAssignment({
    id: 'a98',
    limits: { wallSeconds: 2, cpuSeconds: 2, memoryMib: 300, outputKib: 64, paramsMax: 10, epochsMax: 1 },
  }),
  term: 't',
  lang: 'tr',
  language: 'tfjs',
  source: 'x',
  seeds: [1],
  engine: 'auto',
};

const hosts = (): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && isOurHost(pid));

function isOurHost(pid: number): boolean {
  try {
    const isHost = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('graders/host/main.ts');
    return isHost && readFileSync(`/proc/${pid}/status`, 'utf8').includes(`PPid:\t${process.pid}\n`);
  } catch {
    return false;
  }
}

async function withPath<T>(searchPath: string, act: () => Promise<T>): Promise<T> {
  const before = process.env['PATH'];
  process.env['PATH'] = searchPath;
  try {
    return await act();
  } finally {
    process.env['PATH'] = before;
  }
}

test('without bwrap nothing is proven, nothing is scored, and the reason is told', async () => {
  const log: string[] = [];
  const host = await withPath('/nonexistent', async () =>
    startHost({ hello, onLog: (line) => log.push(line) }),
  );
  const proof = await host.nextProof();
  expect(proof.proven).toBe(false);
  expect(proof.engines.map(({ id, usable }) => [id, usable])).toEqual(ENGINE_IDS.map((id) => [id, false]));
  expect(proof.checks[0]?.detail).toContain('bwrap');
  const report = await host.grade(job);
  expect(report).toMatchObject({ outcome: 'graderFailed', fraction: null, score: null, metrics: [] });
  expect(report.message?.en).toMatch(/incident inc_[0-9a-f]{12}/);
  // The log comes through another pipe than the report and may arrive a moment later.
  const incident = /inc_[0-9a-f]{12}/.exec(report.message!.en)![0];
  await vi.waitFor(() => expect(log.join('\n')).toContain(incident));
  await host.stop();
});

test('an assignment without data is our failure, with an incident, and never a score', async () => {
  const host = startHost({ hello });
  const report = await host.grade(job);
  expect(report).toMatchObject({ outcome: 'graderFailed', fraction: null, score: null });
  await host.stop();
});

test('a host that dies rejects its jobs, starts again and proves anew', async () => {
  const host = startHost({ hello });
  await host.nextProof();
  const [pid] = hosts();
  // Killed first: the job is in flight before the client can know, and the host can no longer answer it.
  process.kill(pid!, 'SIGKILL');
  await expect(host.grade(job)).rejects.toThrow(HostDied);
  expect(host.proof).toBeNull();
  await host.nextProof();
  expect(hosts()).not.toContain(pid);
  await host.stop();
  expect(hosts()).toEqual([]);
});
