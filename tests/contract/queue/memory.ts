import { instant } from '#lib/core/clock.ts';
import type { Job, JobQueue } from '#lib/core/queue.ts';

/** The queue as its contract says it, in arrays: what the engines behind the port are compared with. */
export function memoryQueue(): JobQueue {
  const jobs: Job[] = [];
  const find: JobQueue['find'] = (id) => jobs.find((job) => job.submissionId === id);
  const held = (id: string, token: string) =>
    jobs.find((job) => job.id === id && job.state === 'leased' && job.leaseToken === token);
  const isIdle = (job: Job, now: number) =>
    job.state === 'queued' || (job.state === 'leased' && job.leaseUntil! < now);
  const copy = (job: Job | undefined) => job && { ...job };
  const inOrder = (a: Job, b: Job) =>
    b.priority - a.priority || a.round - b.round || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

  return {
    enqueue(job) {
      if (find(job.submissionId)) return;
      const same = jobs.filter((other) => other.priority === job.priority);
      const own = same.filter(
        (other) => other.userId === job.userId && (other.state !== 'done' || other.tries > 0),
      );
      const round = Math.max(
        0,
        ...own.map((other) => other.round + 1),
        ...same.filter((other) => other.tries > 0).map((other) => other.round),
      );
      jobs.push({
        ...job,
        round,
        state: 'queued',
        tries: 0,
        leaseToken: null,
        leaseUntil: null,
        runAfter: job.createdAt,
        cancelRequested: false,
        lastIncident: null,
      });
    },
    find: (id) => copy(find(id)),
    claim(token, now, leaseMs) {
      const [next] = jobs.filter((job) => isIdle(job, now) && job.runAfter <= now).toSorted(inOrder);
      if (next)
        Object.assign(next, {
          state: 'leased',
          leaseToken: token,
          leaseUntil: instant(now + leaseMs),
          tries: next.tries + 1,
        });
      return copy(next);
    },
    renew(id, token, now, leaseMs) {
      const job = held(id, token);
      if (job) job.leaseUntil = instant(now + leaseMs);
      return copy(job);
    },
    release(id, token, end) {
      const job = held(id, token);
      if (job) Object.assign(job, { leaseToken: null, leaseUntil: null }, end);
      return job !== undefined;
    },
    endIdle(id, now) {
      const job = find(id);
      const ends = job !== undefined && isIdle(job, now);
      if (ends) Object.assign(job, { state: 'done', leaseToken: null, leaseUntil: null });
      return ends;
    },
    requestCancel(id) {
      const job = find(id);
      if (job?.state === 'leased') job.cancelRequested = true;
    },
    countBefore(id) {
      const own = find(id);
      if (own?.state !== 'queued') return 0;
      return jobs.filter(
        (job) => job !== own && (job.state === 'leased' || (job.state === 'queued' && inOrder(job, own) < 0)),
      ).length;
    },
    revive(id, now) {
      const job = find(id);
      if (job?.state !== 'dead' && job?.state !== 'done') return false;
      Object.assign(job, { state: 'queued', tries: 0, runAfter: now, cancelRequested: false });
      return true;
    },
  };
}
