'use client';

import { useActionState } from 'react';
import { SubmitButton } from '../../_ui/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { FormMessage } from '../../_ui/form-message.tsx';
import type { FormState } from '../../_ui/form-state.ts';
import { Select } from '../../_ui/select.tsx';
import { addUserAction } from './action.ts';

type Props = {
  roles: [string, string][];
  lang: string;
  text: Record<'name' | 'email' | 'role' | 'lang' | 'add', string>;
};

const LANGS: [string, string][] = [
  ['tr', 'Türkçe'],
  ['en', 'English'],
];

/** A new account; its password is shown once, in the answer. */
export function AddForm({ roles, lang, text }: Props) {
  const [state, action] = useActionState<FormState, FormData>(addUserAction, {});
  return (
    <form action={action} className="grid max-w-md gap-4">
      <FormMessage state={state} />
      <Field
        name="name"
        label={text.name}
        required
        autoComplete="off"
        defaultValue={state.values?.name}
        error={state.fields?.name}
      />
      <Field
        name="email"
        type="email"
        label={text.email}
        required
        autoComplete="off"
        defaultValue={state.values?.email}
        error={state.fields?.email}
      />
      <Select name="newRole" label={text.role} options={roles} chosen={state.values?.role ?? 'student'} />
      <Select name="lang" label={text.lang} options={LANGS} chosen={state.values?.lang ?? lang} />
      <SubmitButton className="justify-self-start">{text.add}</SubmitButton>
    </form>
  );
}
