import type { Failure } from '#lib/core/result.ts';

type Translate = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

/** The sentence of a failure code: "account.emailTaken" is the message `account.failures.emailTaken`. `t` has no namespace. */
export function failureText(t: unknown, failure: Failure): string {
  const translate = t as Translate;
  const [namespace, name] = failure.code.split('.');
  const key = `${namespace}.failures.${name}`;
  return translate.has(key)
    ? translate(key, failure.values)
    : translate('common.failures.unknown', { code: failure.code });
}
