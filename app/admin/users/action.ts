'use server';

import { getTranslations } from 'next-intl/server';
import { revalidatePath } from 'next/cache';
import { requireAdmin } from '#lib/auth/session.ts';
import { ROLES } from '#lib/core/actors.ts';
import { isId, type UserId } from '#lib/core/ids.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { failureText } from '#lib/i18n/failure.ts';
import { createUser, createUserSchema, resetPassword } from '#lib/services/accounts/accounts.ts';
import { openUser, setActive, setRole } from '#lib/services/admin/users.ts';
import { fieldErrors } from '../../_ui/field-errors.ts';
import type { FormState } from '../../_ui/form-state.ts';

export async function addUserAction(_: FormState, form: FormData): Promise<FormState> {
  const admin = await requireAdmin();
  const given = (name: string) => String(form.get(name) ?? '');
  const values = { name: given('name'), email: given('email'), role: given('newRole'), lang: given('lang') };
  const parsed = createUserSchema.safeParse(values);
  if (!parsed.success) return { fields: await fieldErrors(parsed.error), values };
  const made = await createUser(admin, parsed.data);
  if (!made.ok) return { failure: failureText(await getTranslations(), made.error), values };
  revalidatePath('/admin/users');
  const t = await getTranslations('admin.users');
  return { done: t('added', { email: parsed.data.email }), secret: made.value.password };
}

export async function resetPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const admin = await requireAdmin();
  const id = form.get('user');
  const user = isId('user', id) ? openUser(admin, id) : fail('common.notFound');
  const reset = user.ok ? await resetPassword(admin, user.value.email) : user;
  if (!reset.ok) return { failure: failureText(await getTranslations(), reset.error) };
  return { done: (await getTranslations('admin.user'))('wasReset'), secret: reset.value.password };
}

export async function setRoleAction(_: FormState, form: FormData): Promise<FormState> {
  const admin = await requireAdmin();
  const role = ROLES.find((r) => r === form.get('role'));
  return changed(form, 'roleSaved', (id) => (role ? setRole(admin, id, role) : fail('common.notFound')));
}

export async function setActiveAction(_: FormState, form: FormData): Promise<FormState> {
  const admin = await requireAdmin();
  const isActive = form.get('active') === 'yes';
  return changed(form, isActive ? 'wasEnabled' : 'wasDisabled', (id) => setActive(admin, id, isActive));
}

type Done = 'roleSaved' | 'wasEnabled' | 'wasDisabled';

async function changed(form: FormData, done: Done, change: (id: UserId) => Result<null>): Promise<FormState> {
  const id = form.get('user');
  const result = isId('user', id) ? change(id) : fail('common.notFound');
  if (!result.ok) return { failure: failureText(await getTranslations(), result.error) };
  revalidatePath(`/admin/users/${id as string}`);
  return { done: (await getTranslations('admin.user'))(done) };
}
