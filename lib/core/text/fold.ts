/**
 * Folds text for matching and search so that Turkish and ASCII spellings meet: "AŞIRI ÖĞRENME", "aşırı öğrenme" and
 * "Asiri ogrenme" all become "asiri ogrenme". Never for display or sorting (use `compareTurkish`), never for code or e-mail.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('tr')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const collator = new Intl.Collator('tr');

/** Alphabetical order as a Turkish reader expects it: ç after c, ı before i. */
export const compareTurkish = (a: string, b: string): number => collator.compare(a, b);
