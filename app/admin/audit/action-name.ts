import type { getTranslations } from 'next-intl/server';

type Translate = Awaited<ReturnType<typeof getTranslations<'admin.audit'>>>;

/** An action of the log in words; one that has none keeps its code. */
export function actionName(action: string, t: Translate): string {
  const key = `actions.${action.replaceAll('.', '_')}` as 'actions.login';
  return t.has(key) ? t(key) : action;
}
