import { getLocale, getTranslations } from 'next-intl/server';
import { setLangAction } from './preferences.ts';

/** One button that names the other language in that language. Works without JavaScript. */
export async function LanguageSwitch() {
  const [t, lang] = await Promise.all([getTranslations('common.language'), getLocale()]);
  const other = lang === 'tr' ? 'en' : 'tr';
  return (
    <form action={setLangAction}>
      <button name="lang" value={other} lang={other} className="link min-h-11 cursor-pointer">
        {t(other)}
      </button>
    </form>
  );
}
