'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';

/** Sends its form, once: while the answer is on its way it cannot be pressed again. */
export function SubmitButton({
  quiet = false,
  className = '',
  ...rest
}: ComponentProps<'button'> & { quiet?: boolean }) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      disabled={pending}
      className={`button ${quiet ? 'quiet' : ''} ${className}`}
      {...rest}
    />
  );
}
