import type { Epoch } from '#lib/core/assignments/report.ts';

/** What the stream of a submission tells. */
export type LiveEvent =
  | { kind: 'state'; state: string; before: number }
  | { kind: 'started'; tries: number }
  | { kind: 'stage'; stage: 'preparing' | 'training' | 'scoring'; run: number; runs: number }
  | { kind: 'epoch'; epoch: Epoch; epochs: number | null }
  | { kind: 'output'; text: string }
  | { kind: 'end' };

export type Progress = {
  stage: { key: 'queued' | 'next' | 'before' | 'started' | 'again' | 'preparing' | 'training' | 'scoring'; values: Record<string, number> };
  epoch: { epoch: number; epochs: number | null } | null;
  points: Epoch[];
  output: string;
  /** Runs that were planned at the start; null until the first. Those beyond were added because the result lay near the threshold. */
  planned: number | null;
  isOver: boolean;
};

export const waiting = (isQueued: boolean, before: number): Progress => ({ stage: isQueued ? placeOf(before) : { key: 'started', values: {} }, epoch: null, points: [], output: '', planned: null, isOver: false });

/** The text box holds the end of a long output; the report holds all of it. */
const OUTPUT_MAX = 20_000;

/** The progress after one more event. */
export function advance(progress: Progress, event: LiveEvent): Progress {
  switch (event.kind) {
    case 'state':
      return event.state === 'queued' ? { ...waiting(true, event.before) } : progress;
    case 'started':
      return { ...waiting(false, 0), stage: event.tries > 1 ? { key: 'again', values: { n: event.tries } } : { key: 'started', values: {} } };
    case 'stage': {
      const isNewRun = event.stage === 'training';
      const { run, runs } = event;
      return { ...progress, stage: { key: event.stage, values: { run, runs } }, planned: progress.planned ?? runs, epoch: isNewRun ? null : progress.epoch, points: isNewRun ? [] : progress.points };
    }
    case 'epoch':
      return { ...progress, epoch: { epoch: event.epoch.epoch, epochs: event.epochs }, points: [...progress.points, event.epoch] };
    case 'output':
      return { ...progress, output: (progress.output + event.text).slice(-OUTPUT_MAX) };
    case 'end':
      return { ...progress, isOver: true };
  }
}

const placeOf = (before: number): Progress['stage'] => (before === 0 ? { key: 'next', values: {} } : { key: 'before', values: { n: before } });
