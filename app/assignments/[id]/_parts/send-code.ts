import type { Failure } from '#lib/core/result.ts';

/** The address of the submission, or why there is none; `failure` null when the server could not be reached. */
export async function sendCode(assignment: string, source: string): Promise<{ submission: string } | { failure: Failure | null }> {
  try {
    const response = await fetch('/api/submissions', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ assignment, language: 'tfjs', source }) });
    if (response.status >= 500) return { failure: null };
    const answer = (await response.json()) as { submission: string } & Failure;
    return response.ok ? { submission: answer.submission } : { failure: answer };
  } catch {
    return { failure: null };
  }
}
