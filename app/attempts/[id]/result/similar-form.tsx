import { SubmitButton } from '../../../_ui/button.tsx';
import { similarAction } from './similar.ts';

/** "Try a similar one". */
export const SimilarForm = ({ variant, text }: { variant: string; text: string }) => (
  <form action={similarAction} className="no-print">
    <input type="hidden" name="variant" value={variant} />
    <SubmitButton quiet>{text}</SubmitButton>
  </form>
);
