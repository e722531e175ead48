import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { addressOf } from '#lib/auth/rate-limit.ts';
import type { Lang } from '#lib/core/lang.ts';
import { failureText } from '#lib/i18n/failure.ts';
import { trySample, viewSample } from '#lib/services/practice/sample.ts';
import { Notice } from '../_ui/notice.tsx';
import { Explanation } from '../_ui/review/explanation.tsx';
import { Verdict } from '../_ui/review/verdict.tsx';
import { Section } from '../_ui/section.tsx';
import { SampleForm } from './sample-form.tsx';

/** What the address says was answered; both null before that. */
export type Given = { question: string | null; option: string | null };

/** One question to try without an account. The answer stands in the address, so the page works without JavaScript and can be reloaded. */
export async function Sample({ given }: { given: Given }) {
  const [t, lang] = [await getTranslations('exam.sample'), (await getLocale()) as Lang];
  const tried = await answered(given, lang);
  if (tried?.ok) {
    return (
      <Section title={t('title')}>
        <p className="flex items-center gap-2 text-lg font-semibold">
          <Verdict report={tried.value.report} />
        </p>
        <Explanation item={tried.value} />
        <p className="max-w-prose">{t('more')}</p>
        <p>
          <Link href="/" className="link min-h-11">
            {t('again')}
          </Link>
        </p>
      </Section>
    );
  }
  const view = viewSample(lang);
  if (!view) return null;
  return (
    <Section title={t('title')}>
      <p className="max-w-prose text-text-2">{t('intro')}</p>
      {tried ? <Notice kind="info">{failureText(await getTranslations(), tried.error)}</Notice> : null}
      <SampleForm view={view} />
    </Section>
  );
}

async function answered({ question, option }: Given, lang: Lang) {
  if (question === null || option === null) return null;
  return trySample({ question, option }, addressOf((await headers()).get('x-forwarded-for')), lang);
}
