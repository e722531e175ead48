'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useReducer, useState } from 'react';
import { ScrollRegion } from '../../../_ui/scroll-region.tsx';
import { cancelAction } from './cancel.ts';
import { Curve } from './curve.tsx';
import { advance, waiting, type LiveEvent } from './events.ts';

type Props = { submission: string; before: number; isQueued: boolean; isOwn: boolean };

/** Follows a submission while it waits and runs; when it is over the page is read again and shows the report. */
export function Live({ submission, before, isQueued, isOwn }: Props) {
  const t = useTranslations('code.live');
  const router = useRouter();
  const [progress, take] = useReducer(advance, waiting(isQueued, before));
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const source = new EventSource(`/api/submissions/${submission}/events`);
    source.onopen = () => setLost(false);
    source.onerror = () => setLost(true);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as LiveEvent;
      take(event);
      if (event.kind !== 'end') return;
      source.close();
      router.refresh();
    };
    return () => source.close();
  }, [submission, router]);
  const { stage, epoch, points, output, planned } = progress;
  return (
    <section className="grid grid-cols-1 gap-4">
      <output className="text-lg font-semibold">{isLost ? t('lost') : t(stage.key, stage.values)}</output>
      {planned !== null && (stage.values.run ?? 0) > planned ? <p className="max-w-prose">{t('extra')}</p> : null}
      <p className="min-h-6 tabular-nums">{epoch ? (epoch.epochs === null ? t('epoch', { epoch: epoch.epoch }) : t('epochOf', { epoch: epoch.epoch, epochs: epoch.epochs })) : ''}</p>
      <Curve points={points} />
      {output ? <ScrollRegion label={t('output')} className="max-h-60 overflow-auto rounded bg-surface-2 p-3"><pre className="whitespace-pre-wrap">{output}</pre></ScrollRegion> : null}
      {isOwn ? <Cancel submission={submission} /> : null}
    </section>
  );
}

function Cancel({ submission }: { submission: string }) {
  const t = useTranslations('code.live');
  const [isAsked, setAsked] = useState(false);
  return (
    <form action={cancelAction} onSubmit={() => setAsked(true)}>
      <input type="hidden" name="submission" value={submission} />
      <button className="button quiet" disabled={isAsked}>{t(isAsked ? 'cancelling' : 'cancel')}</button>
    </form>
  );
}
