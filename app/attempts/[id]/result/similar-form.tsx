'use client';

import { useActionState } from 'react';
import { SubmitButton } from '../../../_ui/button.tsx';
import { FormMessage } from '../../../_ui/form-message.tsx';
import type { FormState } from '../../../_ui/form-state.ts';
import { similarAction } from './similar.ts';

/** Starts a drill that asks a question like this one, or says why there is none. */
export function SimilarForm({ variant, text }: { variant: string; text: string }) {
  const [state, action] = useActionState<FormState, FormData>(similarAction, {});
  return (
    <form action={action} className="no-print">
      <input type="hidden" name="variant" value={variant} />
      <SubmitButton quiet>{text}</SubmitButton>
      <FormMessage state={state} />
    </form>
  );
}
