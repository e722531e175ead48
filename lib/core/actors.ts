import type { CourseId, UserId } from './ids.ts';
import type { Lang } from './lang.ts';

export const ROLES = ['student', 'instructor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who acts. Every service takes one as its first argument; only `lib/auth` makes them, after checking the session (or, for
 * `Operator`, because a command on the machine itself was started). The brand keeps a plain object from passing for one.
 */
declare const brand: unique symbol;
type Person = { readonly userId: UserId; readonly name: string; readonly lang: Lang; readonly [brand]: true };

export type Student = Person & { readonly role: 'student'; readonly courses: readonly CourseId[] };
export type Instructor = Person & { readonly role: 'instructor'; readonly courses: readonly CourseId[] };
export type Admin = Person & { readonly role: 'admin'; readonly courses: readonly CourseId[] };
/** The person at the command line of the server. */
export type Operator = { readonly role: 'operator'; readonly [brand]: true };

/** Anyone who is logged in. */
export type Member = Student | Instructor | Admin;
export type Staff = Instructor | Admin;
export type Actor = Member | Operator;
