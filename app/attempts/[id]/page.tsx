import type { Metadata } from 'next';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { notFound, redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { requireStudent } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { viewPaper } from '#lib/services/attempts/paper.ts';
import { Paper } from './_paper/paper.tsx';
import { renderItems } from './_paper/render.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exam.practice'))('title') };
}

export default async function PaperPage({ params }: { params: Promise<{ id: string }> }) {
  const student = await requireStudent();
  const { id } = await params;
  if (!isId('attempt', id)) notFound();
  const lang = (await getLocale()) as Lang;
  const paper = viewPaper(student, id, lang);
  if (!paper.ok) return paper.error.code === 'exam.handedIn' ? redirect(`/attempts/${id}/result`) : notFound();
  const [items, messages, t] = await Promise.all([renderItems(paper.value.items), getMessages(), getTranslations('exam.paper')]);
  const { attempt, title, serverNow, dueAt } = paper.value;
  return (
    <NextIntlClientProvider messages={{ exam: { paper: messages.exam.paper, failures: messages.exam.failures, formats: messages.exam.formats, result: { title: messages.exam.result.title } }, common: { failures: messages.common.failures } }}>
      <Paper attempt={attempt} title={title ?? t('drill')} serverNow={serverNow} dueAt={dueAt} items={items} />
    </NextIntlClientProvider>
  );
}
