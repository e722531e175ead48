'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Answer, AnswerOf } from '#lib/core/questions/answer.ts';
import { readInterval, type Reading } from '#lib/core/questions/read-answer.ts';
import type { Interval as Ends } from '#lib/core/questions/schema.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatExact } from '#lib/i18n/format.ts';
import { ReadAs } from './read-as.tsx';
import type { Item, ItemBody } from './types.ts';

/** Text that the server rendered and sanitised. */
const Html = ({ html }: { html: string }) => <span dangerouslySetInnerHTML={{ __html: html }} />;

type Props = { item: Item; answer: Answer | null; onAnswer: (answer: Answer | null) => void };

/** Inputs of several parts: table cells, the ends and brackets of an interval, blanks in a program. */
export function Table({ item, body, answer, onAnswer }: Props & { body: Extract<ItemBody, { kind: 'table' }> }) {
  const t = useTranslations('exam.paper');
  const cells = (answer as AnswerOf<'table'> | null)?.cells ?? {};
  const set = (row: string, column: string, value: string) => {
    const { [column]: _old, ...others } = cells[row] ?? {};
    onAnswer({ cells: { ...cells, [row]: value ? { ...others, [column]: value } : others } });
  };
  return (
    <div className="overflow-x-auto">
      <table className="border-collapse">
        <thead>
          <tr>
            <th scope="col"><span className="sr-only">{t('row')}</span></th>
            {body.columns.map((c) => <th key={c.id} id={`${item.variant}-${c.id}`} scope="col" className="px-1 py-1 text-left sm:px-2"><Html html={c.html} /></th>)}
          </tr>
        </thead>
        <tbody>
          {body.rows.map((row) => (
            <tr key={row.id} className="border-t border-line">
              <th id={`${item.variant}-${row.id}`} scope="row" className="py-1 pr-3 text-left font-normal"><Html html={row.html} /></th>
              {body.columns.map((c) => (
                <td key={c.id} className="px-1 py-1 sm:px-2">
                  <select aria-labelledby={`${item.variant}-${row.id} ${item.variant}-${c.id}`} className="max-sm:max-w-26" value={cells[row.id]?.[c.id] ?? ''} onChange={(e) => set(row.id, c.id, e.target.value)}>
                    <option value="">{t('choose')}</option>
                    {c.choices.map((choice) => <option key={choice.id} value={choice.id}>{choice.text}</option>)}
                  </select>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Interval({ item, answer, onAnswer }: Props) {
  const t = useTranslations('exam.paper');
  const lang = useLocale() as Lang;
  const given = (answer as AnswerOf<'interval'> | null) ?? { low: '', high: '' };
  const id = (part: string) => `${item.variant}-${part}`;
  const set = (change: Partial<AnswerOf<'interval'>>) => onAnswer({ ...given, ...change });
  const bracket = (side: 'left' | 'right', kinds: readonly [string, string]) => (
    <select aria-label={t(side)} value={given[side] ?? ''} onChange={(e) => set({ [side]: e.target.value || undefined })} className="font-mono">
      <option value="">…</option>
      {kinds.map((kind) => <option key={kind}>{kind}</option>)}
    </select>
  );
  const end = (name: 'low' | 'high') => (
    <input aria-label={t(name)} aria-describedby={`${id('hint')} ${id('read')}`} value={given[name]} maxLength={40} autoComplete="off" spellCheck={false} className="w-28 font-mono" onChange={(e) => set({ [name]: e.target.value })} />
  );
  return (
    <fieldset className="grid gap-1">
      <legend className="font-semibold">{t('answer')}</legend>
      <div className="flex flex-wrap items-center gap-2">
        {bracket('left', ['(', '['])}
        {end('low')}
        <span aria-hidden>;</span>
        {end('high')}
        {bracket('right', [')', ']'])}
      </div>
      <ReadAs id={id('read')} reading={given.low.trim() === '' && given.high.trim() === '' ? null : shown(readInterval(given), lang)} />
      <p id={id('hint')} className="text-sm text-text-2">{t('endHint')}</p>
    </fieldset>
  );
}

function shown(reading: Reading<Ends>, lang: Lang): Reading<string> {
  if (!reading.ok) return reading;
  const { left, low, high, right } = reading.value;
  const end = (value: Ends['low']) => (typeof value === 'number' ? formatExact(value, lang) : value.replace('inf', '∞').replace('alpha', 'α'));
  return { ok: true, value: `${left}${end(low)}; ${end(high)}${right}` };
}

export function Cloze({ body, answer, onAnswer }: Props & { body: Extract<ItemBody, { kind: 'cloze' }> }) {
  const t = useTranslations('exam.paper');
  const blanks = (answer as AnswerOf<'cloze-code'> | null)?.blanks ?? {};
  return (
    <pre className="shiki leading-9">
      {body.parts.map((part, i) =>
        'html' in part ? <code key={i} dangerouslySetInnerHTML={{ __html: part.html }} /> : (
          <input key={i} aria-label={t('blank', { name: part.blank.slice(1) })} value={blanks[part.blank] ?? ''} maxLength={200} size={Math.max(8, (blanks[part.blank] ?? '').length + 1)} autoComplete="off" autoCapitalize="none" spellCheck={false} className="mx-1 max-w-full px-1.5 font-mono" onChange={(e) => onAnswer({ blanks: { ...blanks, [part.blank]: e.target.value } })} />
        ),
      )}
    </pre>
  );
}
