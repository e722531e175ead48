import type { Failure, FailureCode } from '#lib/core/assignments/facts.ts';

/** A refusal with a code, thrown inside a box and sent to the host as a `failed` frame. */
export class BoxFailure extends Error {
  readonly code: FailureCode;
  readonly line: number | null;

  constructor(code: FailureCode, message: string, line: number | null = null) {
    super(message);
    this.code = code;
    this.line = line;
  }

  toJSON(): Failure {
    return { code: this.code, message: this.message.slice(0, 2000), line: this.line };
  }
}
