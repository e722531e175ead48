import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import type { Saver } from './saver.ts';
import { sendHandIn } from './send.ts';

/** `unsent`: answers of this device have not reached the server, so handing in now would lose them. */
export type HandInState = 'ready' | 'busy' | 'unsent' | 'failed';

/** After the end, saves under way get this long before the paper is handed in without them; the server waits 30 s. */
const LAST_SAVES_MS = 20_000;
const AGAIN_MS = 3000;

/** Handing in by the student, who is told what is unsent, and by the clock, which tries until it succeeds. */
export function useHandIn(attempt: string, saver: Saver) {
  const router = useRouter();
  const [state, setState] = useState<HandInState>('ready');

  const finish = useCallback(async (): Promise<boolean> => {
    const sent = await sendHandIn(attempt);
    if (sent.kind === 'done') router.replace(sent.value.result);
    return sent.kind === 'done';
  }, [attempt, router]);

  const byStudent = useCallback(async () => {
    setState('busy');
    if (!(await saver.settle())) return setState('unsent');
    setState((await finish()) ? 'busy' : 'failed');
  }, [saver, finish]);

  const byClock = useCallback(async () => {
    setState('busy');
    const until = Date.now() + LAST_SAVES_MS;
    while (!(await saver.settle()) && Date.now() < until) await pause(AGAIN_MS);
    while (!(await finish())) await pause(AGAIN_MS);
  }, [saver, finish]);

  return { state, byStudent, byClock };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
