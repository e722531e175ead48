'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { cancelAction } from './cancel.ts';
import { Curve, type CurveText, type Point } from './curve.tsx';

export type LiveText = CurveText & { state: Record<'queued' | 'running', string>; stage: Record<'preparing' | 'training' | 'scoring', string>; cancel: string };

type Event =
  | { kind: 'state'; state: string; before: number }
  | { kind: 'stage'; stage: 'preparing' | 'training' | 'scoring'; run: number; runs: number }
  | { kind: 'epoch'; seed: number; epoch: Point }
  | { kind: 'output'; text: string };

/** Follows a submission while it waits and runs; when it is finished the page is read again and shows the report. */
export function Live({ submission, text, own }: { submission: string; text: LiveText; own: boolean }) {
  const router = useRouter();
  const [line, setLine] = useState(text.state.queued);
  const [points, setPoints] = useState<Point[]>([]);
  useEffect(() => {
    const source = new EventSource(`/api/submissions/${submission}/events`);
    source.onmessage = (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as Event;
      if (event.kind === 'state') {
        if (event.state === 'queued') setLine(event.before ? `${text.state.queued} (${event.before})` : text.state.queued);
        if (event.state === 'queued' || event.state === 'running') return;
        source.close();
        router.refresh();
      } else if (event.kind === 'stage') {
        setLine(`${text.stage[event.stage]} (${event.run} / ${event.runs})`);
        if (event.stage === 'training') setPoints([]);
      } else if (event.kind === 'epoch') setPoints((known) => [...known, event.epoch]);
    };
    return () => source.close();
  }, [submission, router, text]);
  return (
    <section className="grid gap-4">
      <p role="status" className="text-lg font-semibold">{line}</p>
      <Curve points={points} text={text} />
      {own ? <form action={cancelAction}><input type="hidden" name="submission" value={submission} /><button className="button quiet">{text.cancel}</button></form> : null}
    </section>
  );
}
