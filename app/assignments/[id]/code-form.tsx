'use client';

import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, defaultHighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useActionState, useEffect, useRef } from 'react';
import type { FormState } from '../../_ui/form-state.ts';
import { submitAction } from './action.ts';

type Props = { assignment: string; initial: string; starter: string; nonce: string; text: Record<'label' | 'hint' | 'submit' | 'starter', string> };

export function CodeForm({ assignment, initial, starter, nonce, text }: Props) {
  const [state, action, busy] = useActionState<FormState, FormData>(submitAction, {});
  const place = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const editor = useRef<EditorView>(null);
  useEffect(() => {
    const view = new EditorView({ parent: place.current!, state: EditorState.create({ doc: initial, extensions: extensions(nonce, text.label) }) });
    editor.current = view;
    return () => view.destroy();
  }, [initial, nonce, text.label]);
  const replace = () => editor.current?.dispatch({ changes: { from: 0, to: editor.current.state.doc.length, insert: starter } });
  return (
    <form action={action} onSubmit={() => { field.current!.value = editor.current?.state.doc.toString() ?? ''; }} className="grid gap-2">
      <input type="hidden" name="assignment" value={assignment} />
      <input type="hidden" name="source" ref={field} defaultValue={initial} />
      <p className="font-semibold">{text.label}</p>
      <div ref={place} className="min-h-72 overflow-hidden rounded border border-text-2 bg-surface" />
      <p className="text-sm text-text-2">{text.hint}</p>
      <p role="alert" className="min-h-6 text-wrong">{state.failure}</p>
      <div className="flex flex-wrap gap-3">
        <button className="button" disabled={busy}>{text.submit}</button>
        <button type="button" className="button quiet" onClick={replace}>{text.starter}</button>
      </div>
    </form>
  );
}

/** Tab indents inside the editor; Escape leaves it, so the keyboard is never trapped. */
function extensions(nonce: string, label: string) {
  return [
    EditorView.cspNonce.of(nonce),
    lineNumbers(),
    history(),
    indentOnInput(),
    bracketMatching(),
    javascript({ typescript: true }),
    syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label }),
    keymap.of([{ key: 'Escape', run: (view) => (view.contentDOM.blur(), true) }, indentWithTab, ...defaultKeymap, ...historyKeymap]),
    EditorView.theme({ '&': { fontSize: '0.9rem' }, '.cm-content': { fontFamily: 'var(--font-mono)' }, '.cm-gutters': { background: 'var(--surface-2)', color: 'var(--text-2)', border: 'none' } }),
  ];
}
