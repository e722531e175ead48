import 'server-only';
import type { Operator } from '#lib/core/actors.ts';
import { upsertSetting } from '#lib/data/publication.ts';
import { now } from '#lib/data/source.ts';
import { ISOLATION, type GradingState } from './state.ts';

type Proof = Pick<GradingState, 'proven' | 'checks' | 'engines'>;

/** Keeps the latest isolation proof where the pages and the supervisor read it. */
export function saveProof(_actor: Operator, { proven, checks, engines }: Proof): void {
  const bad = checks.filter((c) => c.status === 'failed' || c.status === 'off');
  const detail = proven ? `${checks.length} checks, ${checks.filter((c) => c.status === 'degraded').length} degraded` : bad.map((c) => c.detail).join('; ');
  upsertSetting(ISOLATION, { proven, at: now(), detail, checks, engines } satisfies GradingState);
}
