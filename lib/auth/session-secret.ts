import 'server-only';
import { config } from '#lib/config/config.ts';

/** The installation's secret for what it encrypts and signs for browsers. */
export function sessionSecret(): string {
  const secret = config().sessionSecret;
  if (!secret)
    throw new Error(
      'NEXTAUTH_SECRET is not set: start the product with `npm start`, which makes and keeps one',
    );
  return secret;
}
