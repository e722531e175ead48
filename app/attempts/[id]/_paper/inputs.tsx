'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Answer, AnswerOf } from '#lib/core/questions/answer.ts';
import { readNumeric, readShape, type Reading } from '#lib/core/questions/read-answer.ts';
import { formatShape } from '#lib/core/questions/shape.ts';
import type { Lang } from '#lib/core/lang.ts';
import { assertNever } from '#lib/core/result.ts';
import { formatExact } from '#lib/i18n/format.ts';
import { Cloze, Interval, Table } from './inputs-many.tsx';
import { ReadAs } from './read-as.tsx';
import type { Item, Labelled } from './types.ts';

export type InputProps = { item: Item; answer: Answer | null; onAnswer: (answer: Answer | null) => void };

/** The input of an item's kind. Every control has a label and works from the keyboard. */
export function Input({ item, answer, onAnswer }: InputProps) {
  const { body } = item;
  switch (body.kind) {
    case 'choose':
      return body.many ? <Many item={item} options={body.options} answer={answer} onAnswer={onAnswer} /> : <One item={item} options={body.options} answer={answer} onAnswer={onAnswer} />;
    case 'judge':
      return <Judge item={item} reasons={body.reasons} answer={answer} onAnswer={onAnswer} />;
    case 'number':
      return <Typed item={item} hint="numberHint" read={(text, lang) => shown(readNumeric({ text }, body.ratio), (value) => formatExact(value, lang))} answer={answer} onAnswer={onAnswer} />;
    case 'shape':
      return <Typed item={item} hint="shapeHint" read={(text) => shown(readShape({ text }), formatShape)} answer={answer} onAnswer={onAnswer} />;
    case 'table':
      return <Table item={item} body={body} answer={answer} onAnswer={onAnswer} />;
    case 'interval':
      return <Interval item={item} answer={answer} onAnswer={onAnswer} />;
    case 'cloze':
      return <Cloze item={item} body={body} answer={answer} onAnswer={onAnswer} />;
    default:
      return assertNever(body);
  }
}

type ChoiceProps = { name: string; type: 'radio' | 'checkbox'; option: Labelled; index: number; checked: boolean; onChange: () => void };

function Choice({ name, type, option, index, checked, onChange }: ChoiceProps) {
  const id = `${name}-${option.id}`;
  return (
    <label htmlFor={id} className="flex min-h-11 cursor-pointer items-center gap-3 rounded px-2 py-1 hover:bg-surface-2 has-checked:bg-surface-2">
      <input id={id} type={type} name={name} checked={checked} onChange={onChange} data-choice={index + 1} />
      <span aria-hidden className="w-5 shrink-0 text-text-2">{String.fromCharCode(65 + index)}</span>
      <span className="prose" dangerouslySetInnerHTML={{ __html: option.html }} />
    </label>
  );
}

function One({ item, options, answer, onAnswer }: InputProps & { options: Labelled[] }) {
  const t = useTranslations('exam.paper');
  const chosen = (answer as AnswerOf<'single-choice'> | null)?.option;
  return (
    <fieldset className="grid gap-1">
      <legend className="sr-only">{t('answer')}</legend>
      {options.map((o, i) => <Choice key={o.id} name={item.variant} type="radio" option={o} index={i} checked={chosen === o.id} onChange={() => onAnswer({ option: o.id })} />)}
      {chosen ? <button className="min-h-11 cursor-pointer justify-self-start text-sm text-brand underline" onClick={() => onAnswer(null)}>{t('leaveClear')}</button> : null}
    </fieldset>
  );
}

function Many({ item, options, answer, onAnswer }: InputProps & { options: Labelled[] }) {
  const t = useTranslations('exam.paper');
  const chosen = (answer as AnswerOf<'multiple-choice'> | null)?.options ?? [];
  const toggle = (id: string) => onAnswer({ options: chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id] });
  return (
    <fieldset className="grid gap-1">
      <legend className="sr-only">{t('answer')}</legend>
      {options.map((o, i) => <Choice key={o.id} name={item.variant} type="checkbox" option={o} index={i} checked={chosen.includes(o.id)} onChange={() => toggle(o.id)} />)}
    </fieldset>
  );
}

function Judge({ item, reasons, answer, onAnswer }: InputProps & { reasons: Labelled[] }) {
  const t = useTranslations('exam.paper');
  const given = (answer as AnswerOf<'tf-reason'> | null) ?? {};
  return (
    <div className="grid gap-4">
      <fieldset className="flex flex-wrap gap-6">
        <legend className="font-semibold">{t('judgement')}</legend>
        {([true, false] as const).map((value) => (
          <label key={String(value)} className="flex min-h-11 cursor-pointer items-center gap-2">
            <input type="radio" name={`${item.variant}-value`} checked={given.value === value} onChange={() => onAnswer({ ...given, value })} />
            {t(value ? 'true' : 'false')}
          </label>
        ))}
      </fieldset>
      <fieldset className="grid gap-1">
        <legend className="font-semibold">{t('reason')}</legend>
        {reasons.map((r, i) => <Choice key={r.id} name={`${item.variant}-reason`} type="radio" option={r} index={i} checked={given.reason === r.id} onChange={() => onAnswer({ ...given, reason: r.id })} />)}
      </fieldset>
    </div>
  );
}

const shown = <T,>(reading: Reading<T>, show: (value: T) => string): Reading<string> => (reading.ok ? { ok: true, value: show(reading.value) } : reading);

type TypedProps = InputProps & { hint: 'numberHint' | 'shapeHint'; read: (text: string, lang: Lang) => Reading<string> };

function Typed({ item, hint, read, answer, onAnswer }: TypedProps) {
  const t = useTranslations('exam.paper');
  const lang = useLocale() as Lang;
  const text = (answer as AnswerOf<'numeric'> | null)?.text ?? '';
  return (
    <div className="grid max-w-sm gap-1">
      <label htmlFor={item.variant} className="font-semibold">{t('answer')}</label>
      <input id={item.variant} value={text} maxLength={200} autoComplete="off" spellCheck={false} aria-describedby={`${item.variant}-hint ${item.variant}-read`} className="font-mono" onChange={(e) => onAnswer(e.target.value === '' ? null : { text: e.target.value })} />
      <ReadAs id={`${item.variant}-read`} reading={text.trim() === '' ? null : read(text, lang)} />
      <p id={`${item.variant}-hint`} className="text-sm text-text-2">{t(hint)}</p>
    </div>
  );
}
