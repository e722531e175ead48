/** A file of the host, shown read-only inside a box. Both absolute. */
export type Bind = { from: string; to: string };

/** A symbolic link inside a box. */
export type Link = { path: string; target: string };
