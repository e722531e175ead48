/** How a command answers: one JSON document on stdout with --json, lines for a person without; everything else goes to stderr. */
export class CommandError extends Error {
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export function answer(json: boolean, document: unknown, lines: () => string[]): void {
  process.stdout.write(`${json ? JSON.stringify(document) : lines().join('\n')}\n`);
}
