import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { requireStudent } from '#lib/auth/session.ts';
import { failureText } from '#lib/i18n/failure.ts';
import { formatDuration, formatPercent } from '#lib/i18n/format.ts';
import { listOffers, type Offer } from '#lib/services/practice/list.ts';
import { Notice } from '../_ui/notice.tsx';
import { StartButton } from './start-button.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exam.practice'))('title') };
}

export default async function PracticePage() {
  const student = await requireStudent();
  const [t, lang] = await Promise.all([getTranslations('exam.practice'), getLocale()]);
  const offers = listOffers(student, lang as 'tr' | 'en');
  return (
    <div className="grid gap-6">
      <header className="grid gap-2">
        <h1>{t('title')}</h1>
        <p className="max-w-prose">{t('intro')}</p>
      </header>
      {offers.length ? <ul className="grid gap-6">{offers.map((offer) => <OfferRow key={offer.exam} offer={offer} />)}</ul> : <Notice kind="info">{t('none')}</Notice>}
    </div>
  );
}

async function OfferRow({ offer }: { offer: Offer }) {
  const [t, locale] = await Promise.all([getTranslations('exam.practice'), getLocale()]);
  const lang = locale as 'tr' | 'en';
  const label = offer.open ? t('resume') : offer.sittings ? t('again') : t('start');
  return (
    <li className="grid gap-1 border-t border-line pt-4">
      <h2>{offer.title}</h2>
      <p className="max-w-prose">{offer.about}</p>
      <p className="text-text-2">
        {t('facts', { questions: offer.questions, duration: formatDuration(offer.durationSeconds, lang) })}
        {offer.sittings ? ` · ${t('sittings', { count: offer.sittings })}` : null}
        {offer.bestFraction === null ? null : ` · ${t('best', { percent: formatPercent(offer.bestFraction, lang) })}`}
      </p>
      <div className="flex flex-wrap items-center gap-4">
        {offer.open || !offer.refusal ? <StartButton exam={offer.exam} label={label} /> : <p className="text-text-2">{failureText(await getTranslations(), { code: offer.refusal })}</p>}
        {offer.last ? <Link href={`/attempts/${offer.last.id}/result`} className="inline-flex min-h-11 items-center">{t('last')}</Link> : null}
      </div>
    </li>
  );
}
