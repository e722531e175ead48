'use client';

import { useActionState, type ReactNode } from 'react';
import { SubmitButton } from '../../../_ui/button.tsx';
import { FormMessage } from '../../../_ui/form-message.tsx';
import type { FormState } from '../../../_ui/form-state.ts';

type Props = {
  user: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  button: string;
  children?: ReactNode;
};

/** One change to one account, with what the server said about it. */
export function UserForm({ user, action, button, children }: Props) {
  const [state, send] = useActionState<FormState, FormData>(action, {});
  return (
    <form action={send} className="grid gap-3">
      <input type="hidden" name="user" value={user} />
      {children}
      <SubmitButton quiet className="justify-self-start">
        {button}
      </SubmitButton>
      <FormMessage state={state} />
    </form>
  );
}
