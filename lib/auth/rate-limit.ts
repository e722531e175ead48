import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Ten failed log-ins per account and fifty per network address in a quarter of an hour; a success clears the account's count. */
const WINDOW_SECONDS = 15 * 60;
const perAccount = new RateLimiterMemory({ points: 10, duration: WINDOW_SECONDS });
const perAddress = new RateLimiterMemory({ points: 50, duration: WINDOW_SECONDS });

/** Takes one try for this account from this address; false when there is none left. */
export async function takeLoginTry(emailFolded: string, address: string): Promise<boolean> {
  try {
    await perAddress.consume(address);
    await perAccount.consume(emailFolded);
    return true;
  } catch (error) {
    if (error instanceof Error) throw error;
    return false;
  }
}

export async function clearLoginTries(emailFolded: string, address: string): Promise<void> {
  await perAccount.delete(emailFolded);
  await perAddress.reward(address, 1);
}
