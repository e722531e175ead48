import { getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { setThemeAction } from './preferences.ts';
import { themeOf, THEMES } from './theme.ts';

/** Light, dark, or as the system says; kept in a cookie so that the first paint is right. Works without JavaScript. */
export async function ThemeSwitch() {
  const t = await getTranslations('common.theme');
  const chosen = themeOf((await cookies()).get('theme')?.value);
  return (
    <form action={setThemeAction}>
      <fieldset className="flex flex-wrap items-center gap-x-4">
        <legend className="float-left me-4">{t('label')}</legend>
        {THEMES.map((theme) => (
          <button
            key={theme}
            name="theme"
            value={theme}
            aria-pressed={theme === chosen}
            className="link min-h-11 cursor-pointer aria-pressed:font-bold aria-pressed:no-underline"
          >
            {t(theme)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
