import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '#lib/auth/options.ts';

/** Made per request: the secret comes from the environment of the running server, which a build does not have. */
const handler = (
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> => NextAuth(request, context, authOptions());

export { handler as GET, handler as POST };
