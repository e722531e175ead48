import 'server-only';
import { randomInt } from 'node:crypto';

/** Letters and digits without look-alikes: 31 symbols, so 16 of them carry about 79 bits and 8 about 39. */
const SYMBOLS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** For passwords and join codes that people read aloud or copy by hand. */
export const randomCode = (length: number): string =>
  Array.from({ length }, () => SYMBOLS[randomInt(SYMBOLS.length)]).join('');
