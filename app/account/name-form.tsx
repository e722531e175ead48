'use client';

import { useActionState } from 'react';
import { SubmitButton } from '../_ui/button.tsx';
import { Field } from '../_ui/field.tsx';
import { FormMessage } from '../_ui/form-message.tsx';
import type { FormState } from '../_ui/form-state.ts';
import { setNameAction } from './action.ts';

export function NameForm({ name, text }: { name: string; text: Record<'label' | 'save', string> }) {
  const [state, action] = useActionState<FormState, FormData>(setNameAction, {});
  return (
    <form action={action} className="grid gap-3">
      <FormMessage state={state} />
      <Field
        name="name"
        label={text.label}
        autoComplete="name"
        required
        defaultValue={state.values?.name ?? name}
        error={state.fields?.name}
      />
      <SubmitButton quiet className="justify-self-start">
        {text.save}
      </SubmitButton>
    </form>
  );
}
