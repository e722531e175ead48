type Asked = Record<string, string | string[] | undefined>;

/** A value of the address; empty when it is missing or given twice. */
export const textOf = (asked: Asked, name: string): string => {
  const value = asked[name];
  return typeof value === 'string' ? value.slice(0, 200) : '';
};

/** The page asked for, from 1; the first for anything else. */
export const pageOf = (asked: Asked): number => {
  const page = Number(textOf(asked, 'page'));
  return Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
};
