import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { headers } from 'next/headers';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireStudent } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { renderMarkdown } from '#lib/content/markdown.ts';
import { formatInstant, formatScore } from '#lib/i18n/format.ts';
import { gradingState } from '#lib/services/grading/state.ts';
import { viewAssignment, type AssignmentView } from '#lib/services/submissions/view.ts';
import { Notice } from '../../_ui/notice.tsx';
import { CodeForm } from './code-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('code.list'))('title') };
}

export default async function AssignmentPage({ params }: { params: Promise<{ id: string }> }) {
  const student = await requireStudent();
  const { id } = await params;
  if (!isId('assignment', id)) notFound();
  const lang = (await getLocale()) as Lang;
  const found = await viewAssignment(student, id, lang);
  if (!found.ok) notFound();
  const { task, starter, picture, history } = found.value;
  const t = await getTranslations('code.task');
  const nonce = (await headers()).get('x-nonce') ?? '';
  const { limits } = task;
  return (
    <div className="grid gap-6">
      <h1>{task.title[lang]}</h1>
      {gradingState()?.proven ? null : <Notice kind="warning">{t('off')}</Notice>}
      <div className="prose" dangerouslySetInnerHTML={{ __html: await renderMarkdown(task.task[lang]) }} />
      <section className="grid gap-2">
        <h2>{t('data')}</h2>
        <div className="prose" dangerouslySetInnerHTML={{ __html: await renderMarkdown(task.dataText[lang]) }} />
        <div role="img" aria-label={picture.alt} className="max-w-md [&>svg]:h-auto [&>svg]:max-w-full" dangerouslySetInnerHTML={{ __html: picture.svg }} />
      </section>
      <p className="text-text-2">{t('limits', { wall: limits.wallSeconds, memory: limits.memoryMib, params: limits.paramsMax, epochs: limits.epochsMax, seeds: task.seeds.length })}</p>
      <CodeForm assignment={id} initial={history[0]?.source ?? starter} starter={starter} nonce={nonce} text={{ label: t('editor'), hint: t('editorHint'), submit: t('submit'), starter: t('starter') }} />
      <History history={history} lang={lang} />
    </div>
  );
}

async function History({ history, lang }: { history: AssignmentView['history']; lang: Lang }) {
  const t = await getTranslations('code');
  if (!history.length) return null;
  return (
    <section className="grid gap-2">
      <h2>{t('task.history')}</h2>
      <ul>
        {history.map((s) => (
          <li key={s.id} className="border-t border-line py-1">
            <Link href={`/submissions/${s.id}`} className="inline-flex min-h-11 items-center">{formatInstant(s.createdAt, lang, 'Europe/Istanbul')}</Link>
            {` · ${t(`state.${s.state}`)}`}{s.score === null ? '' : ` · ${formatScore(s.score, lang)} / 100`}
          </li>
        ))}
      </ul>
    </section>
  );
}
