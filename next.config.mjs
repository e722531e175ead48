import createNextIntl from 'next-intl/plugin';

const withNextIntl = createNextIntl('./lib/i18n/request.ts');

export default withNextIntl({
  poweredByHeader: false,
  // `forbidden()` answers 403 with app/forbidden.tsx.
  experimental: { authInterrupts: true },
  // Development is reached by either name of this machine.
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  reactStrictMode: true,
  // Formats messages that `lib/i18n/request.ts` compiled; the parser stays out of the pages (8 KB of 150).
  turbopack: {
    resolveAlias: {
      'use-intl/format-message': './node_modules/use-intl/dist/esm/production/format-message/format-only.js',
    },
  },
  // `npm test` checks the types of everything; a build on a course's server need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', '@tensorflow/tfjs', 'pino', 'shiki'],
});
