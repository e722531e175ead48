import { CircleAlert, CircleCheck } from 'lucide-react';
import type { FormState } from './form-state.ts';

/** What an action said about the whole form. Both regions are always there, so that screen readers announce a change. */
export function FormMessage({ state }: { state: FormState }) {
  return (
    <div>
      <p role="alert" className="text-wrong">
        {state.failure ? (
          <>
            <CircleAlert aria-hidden className="icon" />
            {state.failure}
          </>
        ) : null}
      </p>
      <output className="block text-correct">
        {state.done ? (
          <>
            <CircleCheck aria-hidden className="icon" />
            {state.done} {state.secret ? <code className="select-all">{state.secret}</code> : null}
          </>
        ) : null}
      </output>
    </div>
  );
}
