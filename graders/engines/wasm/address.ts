/** An address in the memory of the wasm backend, in bytes. 0 where a kernel may do without. */
export type Address = number;
