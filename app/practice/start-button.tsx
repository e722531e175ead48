'use client';

import { useActionState } from 'react';
import type { FormState } from '../_ui/form-state.ts';
import { startAction } from './action.ts';

export function StartButton({ exam, label }: { exam: string; label: string }) {
  const [state, action, busy] = useActionState<FormState, FormData>(startAction, {});
  return (
    <form action={action} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="exam" value={exam} />
      <button className="button" disabled={busy}>{label}</button>
      {state.failure ? <p role="alert" className="text-wrong">{state.failure}</p> : null}
    </form>
  );
}
