import { asFile, type Context } from '../_parts/as-file.ts';

/** The report as a JSON file, with every epoch of every run, once there is one. */
export const GET = (request: Request, context: Context): Promise<Response> =>
  asFile(request, context, ({ report }) => report && { text: `${JSON.stringify(report, null, 2)}\n`, type: 'application/json', extension: 'json' });
