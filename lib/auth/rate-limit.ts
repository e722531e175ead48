import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Failed log-ins in a quarter of an hour: ten for one account from one address; a hundred for one account from everywhere, high enough
 * that a classmate cannot lock someone out by hand and far too low to guess ten characters; two hundred from one address, because a whole
 * laboratory may log in from behind one. A success gives its try back.
 */
const WINDOW_SECONDS = 15 * 60;
const perPair = new RateLimiterMemory({ keyPrefix: 'pair', points: 10, duration: WINDOW_SECONDS });
const perAccount = new RateLimiterMemory({ keyPrefix: 'account', points: 100, duration: WINDOW_SECONDS });
const perAddress = new RateLimiterMemory({ keyPrefix: 'address', points: 200, duration: WINDOW_SECONDS });

/** Answers to the sample question from one address: a whole laboratory may try it, a program that wants to keep the server busy may not. */
const perVisitor = new RateLimiterMemory({ keyPrefix: 'sample', points: 300, duration: WINDOW_SECONDS });

/** Takes one answer to the sample question; false when there is none left. */
export const takeSampleTry = (address: string): Promise<boolean> => taken(() => perVisitor.consume(address));

/** Takes one try for this account from this address; false when there is none left. */
export async function takeLoginTry(emailFolded: string, address: string): Promise<boolean> {
  return taken(async () => {
    await perAddress.consume(address);
    await perPair.consume(pair(emailFolded, address));
    await perAccount.consume(emailFolded);
  });
}

/** The limiter rejects with its state, which is no error, when nothing is left. */
async function taken(consume: () => Promise<unknown>): Promise<boolean> {
  try {
    await consume();
    return true;
  } catch (error) {
    if (error instanceof Error) throw error;
    return false;
  }
}

/** After a success: the account's tries from here start anew, and the try itself does not count anywhere. */
export async function clearLoginTries(emailFolded: string, address: string): Promise<void> {
  await perPair.delete(pair(emailFolded, address));
  await Promise.all([perAccount.reward(emailFolded, 1), perAddress.reward(address, 1)]);
}

const pair = (emailFolded: string, address: string): string => `${address} ${emailFolded}`;

/** The network address of a request: the last hop that a proxy (or the web server itself) wrote down, since a client can write the earlier ones. */
export const addressOf = (forwardedFor: string | null | undefined): string =>
  forwardedFor?.split(',').at(-1)?.trim() || 'direct';
