'use client';

import { useActionState } from 'react';
import type { FormState } from '../../_ui/form-state.ts';
import { gradeAgainAction } from './grade-again.ts';

/** `label` names the submission too, for those who hear the page. */
export function GradeAgainButton({
  submission,
  text,
  label,
}: {
  submission: string;
  text: string;
  label: string;
}) {
  const [state, action, busy] = useActionState<FormState, FormData>(gradeAgainAction, {});
  return (
    <form action={action} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="submission" value={submission} />
      <button className="button quiet" disabled={busy} aria-label={label}>
        {text}
      </button>
      {state.failure ? (
        <p role="alert" className="text-wrong">
          {state.failure}
        </p>
      ) : null}
    </form>
  );
}
