import type { Instant } from '#lib/core/clock.ts';
import type { Lang } from '#lib/core/lang.ts';
import type { Score } from '#lib/core/score.ts';

const LOCALE = { tr: 'tr-TR', en: 'en-GB' } as const;

/** 1250 hundredths → "12,5" or "12.5". */
export const formatScore = (value: Score | number, lang: Lang): string =>
  (value / 100).toLocaleString(LOCALE[lang], { maximumFractionDigits: 2 });

export const formatNumber = (value: number, lang: Lang, digits = 3): string =>
  value.toLocaleString(LOCALE[lang], { maximumFractionDigits: digits });

/** All digits, as they are typed: 0.125 → "0,125" in Turkish; no thousands separators, which would be read two ways. */
export const formatExact = (value: number, lang: Lang): string => (lang === 'tr' ? String(value).replace('.', ',') : String(value));

/** To three significant digits, for measurements of any size: 0.000012, 0.875, 139,700. */
export const formatSignificant = (value: number, lang: Lang): string =>
  value.toLocaleString(LOCALE[lang], { maximumSignificantDigits: 3 });

/** For the axis of a chart, where room is scarce: four digits, from a million on in short: "0,25", "1,2 Mn" ("1.2M", not the British "1.2m", which reads as a thousandth). */
export const formatTick = (value: number, lang: Lang): string =>
  value.toLocaleString(lang, {
    maximumSignificantDigits: 4,
    notation: Math.abs(value) < 1e6 ? 'standard' : 'compact',
  });

/** 0.875 → "%87,5" in Turkish, "87.5%" in English. */
export const formatPercent = (fraction: number, lang: Lang, digits = 0): string =>
  fraction.toLocaleString(LOCALE[lang], { style: 'percent', maximumFractionDigits: digits });

const SEASONS: Record<string, Record<Lang, string>> = {
  guz: { tr: 'güz', en: 'autumn' },
  bahar: { tr: 'bahar', en: 'spring' },
  yaz: { tr: 'yaz', en: 'summer' },
};

/** "2026-guz" → "2026 güz" or "autumn 2026"; a term of another form stays as it is. */
export function formatTerm(term: string, lang: Lang): string {
  const [, year, season] = /^(\d{4})-(\w+)$/.exec(term) ?? [];
  const word = season && SEASONS[season]?.[lang];
  if (!word) return term;
  return lang === 'tr' ? `${year} ${word}` : `${word} ${year}`;
}

/** Date and time in the course's zone. */
export const formatInstant = (at: Instant, lang: Lang, timeZone: string): string =>
  new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);

/** In words, to the minute: "25 dakika" / "25 minutes"; hours from 90 minutes on: "2 saat", "1 saat 30 dakika". */
export function formatDuration(seconds: number, lang: Lang): string {
  const minutes = Math.round(seconds / 60);
  const unit = (value: number, name: 'minute' | 'hour') =>
    value.toLocaleString(LOCALE[lang], { style: 'unit', unit: name, unitDisplay: 'long' });
  if (minutes < 90) return unit(minutes, 'minute');
  const rest = minutes % 60;
  return `${unit(Math.floor(minutes / 60), 'hour')}${rest ? ` ${unit(rest, 'minute')}` : ''}`;
}

const STEPS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago, in the largest whole unit: "3 dakika önce" / "3 minutes ago"; seconds below a minute. */
export function formatAgo(at: Instant | number, now: Instant | number, lang: Lang): string {
  const seconds = Math.max(0, Math.round((now - at) / 1000));
  const [unit, size] = STEPS.find(([, step]) => seconds >= step) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(LOCALE[lang]).format(-Math.floor(seconds / size), unit);
}

const SIZES = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** 12 300 000 → "12,3 MB": powers of a thousand, as disks are sold, from the kilobyte on. */
export function formatBytes(bytes: number, lang: Lang): string {
  const power = Math.min(SIZES.length, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return (bytes / 1000 ** power).toLocaleString(LOCALE[lang], {
    style: 'unit',
    unit: SIZES[power - 1]!,
    maximumFractionDigits: 1,
  });
}
