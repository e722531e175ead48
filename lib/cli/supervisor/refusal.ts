/** A start that cannot go on: one sentence for the person at the terminal, no stack trace. */
export class Refusal extends Error {}
