import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { requireAdmin } from '#lib/auth/session.ts';
import type { Lang } from '#lib/core/lang.ts';
import { viewSystem } from '#lib/services/admin/system.ts';
import { PageHeader } from '../_ui/page-header.tsx';
import { Grading } from './_parts/grading.tsx';
import { Queue } from './_parts/queue.tsx';
import { Storage } from './_parts/storage.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.system'))('title') };
}

export default async function SystemPage() {
  const admin = await requireAdmin();
  const [t, lang] = [await getTranslations('admin.system'), (await getLocale()) as Lang];
  const found = viewSystem(admin);
  if (!found.ok) forbidden();
  const { at, grading, off, jobs, running, storage } = found.value;
  return (
    <div className="grid grid-cols-1 gap-10">
      <PageHeader title={t('title')} />
      <Grading at={at} grading={grading} off={off} lang={lang} />
      <Queue at={at} jobs={jobs} running={running} lang={lang} />
      <Storage storage={storage} lang={lang} />
    </div>
  );
}
