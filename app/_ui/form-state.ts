/** What a form shows after an action: messages by field, one for the whole form, a password told this once, and what was typed (never passwords). */
export type FormState = {
  fields?: Record<string, string>;
  failure?: string;
  done?: string;
  secret?: string;
  values?: Record<string, string>;
};
