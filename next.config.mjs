import createNextIntl from 'next-intl/plugin';

const withNextIntl = createNextIntl('./lib/i18n/request.ts');

export default withNextIntl({
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', '@tensorflow/tfjs', 'pino', 'shiki'],
});
