import { randomUUID } from 'node:crypto';
import { jobQueue } from '#lib/data/jobs.ts';
import { now } from '#lib/data/source.ts';

/** A worker process as the queue sees it: takes all it can get, tells their ids and then hangs with its leases until it is killed. */
for (;;) {
  const job = jobQueue.claim(randomUUID(), now(), 60_000);
  if (!job) break;
  process.stdout.write(`${job.id}\n`);
}
process.stdout.write('done\n');
setInterval(() => {}, 1000);
