import { z } from 'zod';
import path from 'node:path';

/** The only reader of `process.env`. Unknown variables are ignored; a wrong value is reported by name. */
const configSchema = z.object({
  PORT: z.coerce.number('must be a number').int().min(1).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Everything persistent: database, secrets, backups. Deleting it gives a fresh installation. */
  DERIN_DATA: z.string().min(1).default('./data'),
  /** The address people type; https here makes cookies Secure. */
  DERIN_URL: z
    .url({
      protocol: /^https?$/,
      normalize: true,
      error: 'must be an address such as https://derin.example.org',
    })
    .optional(),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  /** Warm one-shot boxes to keep ready. */
  DERIN_WARM_BOXES: z.coerce.number().int().min(0).max(8).default(2),
  /** Set by the supervisor for its children: the secret sessions are encrypted with. */
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  /** Path of bubblewrap, for machines that keep it elsewhere. */
  DERIN_BWRAP: z.string().min(1).default('bwrap'),
});

export type Config = {
  port: number;
  host: string;
  dataFolder: string;
  url: string;
  production: boolean;
  warmBoxes: number;
  bwrap: string;
  sessionSecret: string | undefined;
};

/** Reads the environment each time, for a test may change it: some microseconds. Throws an Error naming every wrong variable. */
export function config(environment: Record<string, string | undefined> = process.env): Config {
  const parsed = configSchema.safeParse(emptyAsMissing(environment));
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '));
  }
  const e = parsed.data;
  return {
    port: e.PORT,
    host: e.HOST,
    dataFolder: path.resolve(/* turbopackIgnore: true */ e.DERIN_DATA),
    url: e.DERIN_URL?.replace(/\/$/, '') ?? `http://${reachable(e.HOST, 'localhost')}:${e.PORT}`,
    production: e.NODE_ENV === 'production',
    warmBoxes: e.DERIN_WARM_BOXES,
    bwrap: e.DERIN_BWRAP,
    sessionSecret: e.NEXTAUTH_SECRET,
  };
}

/** The host as it stands in an address; `own` for one that means every address of this machine. */
export function reachable(host: string, own: string): string {
  if (host === '0.0.0.0' || host === '::') return own;
  return host.includes(':') ? `[${host}]` : host;
}

/** Only what the schema names: each look at `process.env` is a call into the system, and every request looks several times. */
const emptyAsMissing = (environment: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.keys(configSchema.shape).map((name) => [
      name,
      environment[name] === '' ? undefined : environment[name],
    ]),
  );
