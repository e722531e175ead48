import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { requireStudent } from '#lib/auth/session.ts';
import type { Lang } from '#lib/core/lang.ts';
import { failureText } from '#lib/i18n/failure.ts';
import { formatInstant, formatScore } from '#lib/i18n/format.ts';
import { TIME_ZONE } from '#lib/i18n/request.ts';
import { listAssignments, type AssignmentOffer } from '#lib/services/assignments/assignments.ts';
import { Notice } from '../_ui/notice.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('code.list'))('title') };
}

export default async function AssignmentsPage() {
  const student = await requireStudent();
  const [t, lang] = [await getTranslations('code.list'), (await getLocale()) as Lang];
  const offers = listAssignments(student);
  return (
    <div className="grid grid-cols-1 gap-6">
      <header className="grid grid-cols-1 gap-2">
        <h1>{t('title')}</h1>
        <p className="max-w-prose">{t('intro')}</p>
      </header>
      {offers.length ? null : <Notice kind="info">{t('none')}</Notice>}
      <ul className="grid grid-cols-1 gap-6">{offers.map((offer) => <OfferRow key={offer.id} offer={offer} lang={lang} />)}</ul>
    </div>
  );
}

async function OfferRow({ offer, lang }: { offer: AssignmentOffer; lang: Lang }) {
  const t = await getTranslations('code.list');
  const { id, task, best, submissions, dueAt, left, refusal } = offer;
  const facts = [
    t('submissions', { n: submissions }),
    best === null ? '' : t('best', { score: formatScore(best, lang) }),
    dueAt === null ? '' : t('due', { when: formatInstant(dueAt, lang, TIME_ZONE) }),
    left === null ? '' : t('left', { n: left }),
  ];
  return (
    <li className="grid grid-cols-1 gap-1 border-t border-line pt-4">
      <h2>{task.title[lang]}</h2>
      <p className="text-text-2">{facts.filter(Boolean).join(' · ')}</p>
      {refusal ? <p className="text-text-2">{failureText(await getTranslations(), { code: refusal })}</p> : null}
      <Link href={`/assignments/${id}`} className="button justify-self-start" aria-label={`${t('open')}: ${task.title[lang]}`}>{t('open')}</Link>
    </li>
  );
}
