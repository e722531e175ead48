import { asFile, type Context } from '../_parts/as-file.ts';

/** The submitted code as a file. */
export const GET = (request: Request, context: Context): Promise<Response> =>
  asFile(request, context, ({ submission }) => ({ text: submission.source, type: 'text/plain', extension: submission.language === 'keras' ? 'py' : 'js' }));
