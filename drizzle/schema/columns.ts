import { integer, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '#lib/core/clock.ts';

/** An instant: milliseconds since 1970, UTC. */
export const instantColumn = (name: string) => integer(name).$type<Instant>();

/** A JSON document; parsed by a zod schema where it is read, because a column cannot promise its shape. */
export const jsonColumn = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();
