import 'server-only';
import { randomBytes } from 'node:crypto';
import { instant, type Instant } from '#lib/core/clock.ts';
import { makeId, type Id, type IdKind } from '#lib/core/ids.ts';

/** The two things a service may not take from its arguments: time and fresh identity. */
export const now = (): Instant => instant(Date.now());

export const newId = <K extends IdKind>(kind: K): Id<K> => makeId(kind, randomBytes(64));
