'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { failureText } from '#lib/i18n/failure.ts';
import { CodeText } from '../../../_ui/code-text.tsx';
import type { Editor } from './editor.ts';
import { sendCode } from './send-code.ts';

type Last = { source: string; line: number | null; message: string | null };
type Props = { assignment: string; last: Last | null; starter: string };

/** The editor is loaded after the page; until then the code stands in a plain text box of the same size, which works as well. */
export function CodeForm({ assignment, last, starter }: Props) {
  const t = useTranslations('code.task');
  const all = useTranslations();
  const router = useRouter();
  const { place, box, isReady, read, write } = useEditor(last?.source ?? starter, { label: t('editor'), line: last?.line ?? null, message: last?.message ?? '' });
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  const submit = async () => {
    setBusy(true);
    setFailure('');
    const sent = await sendCode(assignment, read());
    if ('submission' in sent) return router.push(sent.submission);
    setFailure(sent.failure ? failureText(all, sent.failure) : t('away'));
    setBusy(false);
  };
  const swap = () => {
    setKept(kept === null ? read() : null);
    write(kept ?? starter);
  };
  return (
    <div className="grid grid-cols-1 gap-2">
      {last?.message ? <p className="max-w-prose text-wrong"><CodeText text={last.line ? t('lastLine', { line: last.line, message: last.message }) : t('failed', { message: last.message })} /></p> : null}
      <p id="editor-hint" className="text-sm text-text-2">{t('editorHint')}</p>
      <div ref={place} className="code-editor h-[28rem] overflow-hidden rounded border border-text-2 bg-surface">
        {isReady ? null : <textarea ref={box} defaultValue={last?.source ?? starter} aria-label={t('editor')} spellCheck={false} className="h-full w-full resize-none border-0 font-mono text-sm" />}
      </div>
      <p role="alert" className="min-h-6 max-w-prose text-wrong">{failure}</p>
      <div className="flex flex-wrap gap-3">
        <button type="button" className="button" disabled={isBusy} onClick={() => void submit()}>{isBusy ? t('submitting') : t('submit')}</button>
        <button type="button" className="button quiet" onClick={swap}>{kept === null ? t('starter') : t('undo')}</button>
      </div>
    </div>
  );
}

function useEditor(initial: string, options: { label: string; line: number | null; message: string }) {
  const place = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const editor = useRef<Editor>(null);
  const [isReady, setReady] = useState(false);
  const first = useRef({ initial, options });
  useEffect(() => {
    let isGone = false;
    void import('./editor.ts').then(({ makeEditor }) => {
      if (isGone || !place.current) return;
      const typed = box.current?.value ?? first.current.initial;
      editor.current = makeEditor(place.current, typed, first.current.options);
      setReady(true);
    });
    return () => {
      isGone = true;
      editor.current?.destroy();
      editor.current = null;
      setReady(false);
    };
  }, []);
  const read = () => editor.current?.read() ?? box.current?.value ?? '';
  const write = (text: string) => {
    if (editor.current) editor.current.write(text);
    else if (box.current) box.current.value = text;
  };
  return { place, box, isReady, read, write };
}
