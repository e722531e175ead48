/** A file of the host, shown read-only inside a box. Both absolute. */
export type Bind = { from: string; to: string };
