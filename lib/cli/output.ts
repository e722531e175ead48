import { createTranslator } from 'use-intl/core';
import { LANGS, type Text } from '#lib/core/lang.ts';
import type { FormatIssue } from '#lib/core/reports.ts';
import type { Failure } from '#lib/core/result.ts';
import { catalogue } from '#lib/i18n/catalogue.ts';
import { failureText } from '#lib/i18n/failure.ts';
import type { exam } from '#lib/i18n/messages/exam.ts';

/**
 * How a command answers. With --json: one JSON document on stdout, a refusal too (`{ "error": { code, tr, en } }`). Without: lines for a
 * person. A refusal is also told on stderr, in both languages.
 */
export class CommandError extends Error {
  readonly failure: Failure;
  readonly exitCode: 1 | 2;
  constructor(failure: Failure, exitCode: 1 | 2 = 1) {
    super(failure.code);
    this.failure = failure;
    this.exitCode = exitCode;
  }
}

export const refuse = (
  code: string,
  values: Record<string, string | number> = {},
  exitCode: 1 | 2 = 1,
): CommandError => new CommandError({ code, values }, exitCode);

export function answer(json: boolean, document: unknown, lines: () => string[]): void {
  process.stdout.write(`${json ? JSON.stringify(document) : lines().join('\n')}\n`);
}

export function answerRefusal(json: boolean, failure: Failure): void {
  const text = failureTexts(failure);
  process.stderr.write(`${text.en}\n${text.tr}\n`);
  if (json) process.stdout.write(`${JSON.stringify({ error: { code: failure.code, ...text } })}\n`);
}

/** The sentence of a failure in both languages. */
export function failureTexts(failure: Failure): Text {
  const [tr, en] = LANGS.map((lang) =>
    failureText(createTranslator({ locale: lang, messages: catalogue(lang) }), failure),
  );
  return { tr: tr!, en: en! };
}

/** Why an answer could not be read, as the result page says it. */
export function formatTexts({ code }: FormatIssue): Text {
  const [tr, en] = LANGS.map(
    (lang) => catalogue(lang).exam.formats[code.replace('formats.', '') as keyof typeof exam.tr.formats],
  );
  return { tr: tr!, en: en! };
}
