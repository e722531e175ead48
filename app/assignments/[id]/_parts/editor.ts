import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export type Editor = { read(): string; write(text: string): void; destroy(): void };
type Options = { label: string; line: number | null; message: string };

/** `line` (1-based) is marked with `message`: where the last submission failed. */
export function makeEditor(parent: HTMLElement, text: string, { label, line, message }: Options): Editor {
  const view = new EditorView({ parent, state: EditorState.create({ doc: text, extensions: extensions(label) }) });
  if (line !== null && line <= view.state.doc.lines) {
    const { from, to } = view.state.doc.line(line);
    view.dispatch(setDiagnostics(view.state, [{ from, to, severity: 'error', message }]));
  }
  return {
    read: () => view.state.doc.toString(),
    write: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    destroy: () => view.destroy(),
  };
}

/** The policy in force is that of the document that was loaded, however many pages were visited in it since. */
const documentNonce = (): string => document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';

/** Tab indents inside the editor; after Escape it moves on, so the keyboard is never trapped. */
const extensions = (label: string) => [
  EditorView.cspNonce.of(documentNonce()),
  lineNumbers(),
  lintGutter(),
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  autocompletion(),
  highlightActiveLine(),
  highlightSelectionMatches(),
  javascript({ typescript: true }),
  syntaxHighlighting(COLOURS),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': 'editor-hint' }),
  keymap.of([...completionKeymap, { key: 'Escape', run: (view) => (view.setTabFocusMode(2000), false) }, ...searchKeymap, ...lintKeymap, indentWithTab, ...defaultKeymap, ...historyKeymap]),
  THEME,
];

/** The colours of the page, so light and dark need no second theme. */
const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword], color: 'var(--brand)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--right)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--now)' },
  { tag: tags.comment, color: 'var(--text-2)', fontStyle: 'italic' },
  { tag: tags.invalid, color: 'var(--wrong)' },
]);

const THEME = EditorView.theme({
  '&': { height: '100%', fontSize: '0.9rem', color: 'var(--text)' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { background: 'var(--surface-2)', color: 'var(--text-2)', border: 'none' },
  '.cm-activeLine': { background: 'color-mix(in srgb, var(--surface-2) 60%, transparent)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground, ::selection': { background: 'color-mix(in srgb, var(--brand) 30%, transparent) !important' },
  '.cm-selectionMatch': { background: 'var(--now-surface)' },
  '.cm-tooltip, .cm-panels': { background: 'var(--surface-2)', color: 'var(--text)', border: '1px solid var(--line)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--brand)', color: 'var(--brand-text)' },
  '.cm-matchingBracket': { background: 'var(--now-surface) !important', outline: '1px solid var(--now)' },
});
