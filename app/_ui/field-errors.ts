import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';

/** One message per field that failed, from `account.fields`. */
export async function fieldErrors(error: z.ZodError): Promise<Record<string, string>> {
  const t = (await getTranslations('account.fields')) as unknown as (name: string) => string;
  return Object.fromEntries(error.issues.map((issue) => [String(issue.path[0]), t(String(issue.path[0]))]));
}
