import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { requireStudent } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { renderMarkdown } from '#lib/content/markdown.ts';
import { failureText } from '#lib/i18n/failure.ts';
import { gradingOff } from '#lib/services/grading/state.ts';
import { viewAssignment } from '#lib/services/assignments/assignments.ts';
import { Notice } from '../../_ui/notice.tsx';
import { CodeForm } from './_parts/code-form.tsx';
import { Facts } from './_parts/facts.tsx';
import { History } from './_parts/history.tsx';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('code.list'))('title') };
}

export default async function AssignmentPage({ params }: Props) {
  const student = await requireStudent();
  const { id } = await params;
  if (!isId('assignment', id)) notFound();
  const lang = (await getLocale()) as Lang;
  const found = await viewAssignment(student, id, lang);
  if (!found.ok) notFound();
  const { task, starter, picture, history, last, refusal } = found.value;
  const [t, messages] = [await getTranslations('code'), await getMessages()];
  const off = gradingOff();
  return (
    <div className="grid grid-cols-1 gap-8">
      <h1>{task.title[lang]}</h1>
      {off ? <Notice kind="warning">{t(`off.${off}`)}</Notice> : null}
      <div className="prose" dangerouslySetInnerHTML={{ __html: await renderMarkdown(task.task[lang]) }} />
      <section className="grid grid-cols-1 gap-2">
        <h2>{t('task.data')}</h2>
        <div className="prose" dangerouslySetInnerHTML={{ __html: await renderMarkdown(task.dataText[lang]) }} />
        <div className="max-w-md [&>svg]:h-auto [&>svg]:w-full" dangerouslySetInnerHTML={{ __html: picture.svg }} />
      </section>
      <Facts assignment={found.value} lang={lang} />
      <section className="grid grid-cols-1 gap-2">
        <h2>{t('task.work')}</h2>
        {refusal ? <Notice kind="info">{failureText(await getTranslations(), { code: refusal })}</Notice> : null}
        <NextIntlClientProvider messages={{ code: { task: messages.code.task, failures: messages.code.failures }, common: { failures: messages.common.failures } }}>
          <CodeForm assignment={id} last={last} starter={starter} />
        </NextIntlClientProvider>
      </section>
      <History history={history} lang={lang} />
    </div>
  );
}
