import { z } from 'zod';

/** E-mail addresses are folded without a locale: Turkish rules would turn "I" into "ı" and lose the account. */
export const emailSchema = z.email().max(254);
export const foldEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase();
