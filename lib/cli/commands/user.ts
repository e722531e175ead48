import { operator } from '#lib/auth/actors.ts';
import { database, migrateDatabase } from '#lib/data/database.ts';
import { createUser, createUserSchema, resetPassword } from '#lib/services/accounts/accounts.ts';
import { answer, CommandError, refuse } from '../output.ts';

type NewUser = { email: string; name: string; role: string; lang: string; json: boolean };

/** `user add`: a new account with a random password, printed once. */
export async function userAdd({ json, ...given }: NewUser): Promise<number> {
  migrateDatabase(database());
  const input = createUserSchema.safeParse(given);
  if (!input.success)
    throw refuse(
      'cli.userFields',
      { fields: input.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ') },
      2,
    );
  const made = await createUser(operator(), input.data);
  if (!made.ok) throw new CommandError(made.error);
  answer(
    json,
    { id: made.value.id, email: given.email, role: given.role, password: made.value.password },
    () => [`${given.email}  ${made.value.password}`],
  );
  return 0;
}

/** `user reset-password`: a new random password, printed once; the account's sessions end. */
export async function userResetPassword(email: string, json: boolean): Promise<number> {
  migrateDatabase(database());
  const reset = await resetPassword(operator(), email);
  if (!reset.ok) throw new CommandError(reset.error);
  answer(json, { email, password: reset.value.password }, () => [`${email}  ${reset.value.password}`]);
  return 0;
}
