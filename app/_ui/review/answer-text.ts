import type { Lang } from '#lib/core/lang.ts';
import type { Answer } from '#lib/core/questions/answer.ts';
import type { StudentView } from '#lib/core/questions/view.ts';

type Translate = (key: 'paper.true' | 'paper.false') => string;
type Label = { id: string; text: string };

/** An answer as one line of Markdown, in the words of the question. */
export function answerText(view: StudentView, answer: Answer, t: Translate): string {
  const { body } = view;
  const named = (labels: Label[], id: string | undefined) => labels.find((l) => l.id === id)?.text ?? '–';
  if ('option' in answer && body.kind === 'choose') return named(body.options, answer.option);
  if ('options' in answer && body.kind === 'choose')
    return (
      body.options
        .filter((o) => answer.options.includes(o.id))
        .map((o) => o.text)
        .join(' · ') || '–'
    );
  if ('cells' in answer && body.kind === 'table') {
    return body.rows
      .map(
        (row) =>
          `${row.text}: ${body.columns.map((c) => named(c.choices, answer.cells[row.id]?.[c.id])).join(', ')}`,
      )
      .join(' · ');
  }
  if ('low' in answer)
    return code(`${answer.left ?? '?'}${answer.low}; ${answer.high}${answer.right ?? '?'}`);
  if ('text' in answer) return code(answer.text);
  if ('blanks' in answer && body.kind === 'cloze')
    return body.blanks.map((id) => code(answer.blanks[id] ?? '')).join(' · ');
  if (body.kind === 'judge' && 'value' in answer)
    return `${answer.value === undefined ? '–' : t(answer.value ? 'paper.true' : 'paper.false')} · ${named(body.reasons, answer.reason)}`;
  return '–';
}

/** A code span that what is typed cannot break out of. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((m) => m[0].length));
  const fence = '`'.repeat(longest + 1);
  return text.trim() === '' ? '–' : `${fence} ${text.replace(/\s+/g, ' ')} ${fence}`;
}

/** The key as one line: a number with the decimal sign of the language, everything else like an answer. */
export function keyText(view: StudentView, key: Answer, t: Translate): string {
  return 'text' in key && view.body.kind === 'number'
    ? code(withDecimalSign(key.text, view.lang))
    : answerText(view, key, t);
}

const withDecimalSign = (text: string, lang: Lang) => (lang === 'tr' ? text.replace('.', ',') : text);
