/** Loads an addon by its file; `require` would look for a package around it. */
export function loadAddon<T>(file: string): T {
  const addon = { exports: {} as T };
  process.dlopen(addon, file);
  return addon.exports;
}

type Permission = { has(scope: string): boolean; drop(scope: string): void };

/**
 * Takes back the right to load addons, once an engine has loaded its own: from here a box with native code is as closed to more of it
 * as one without. Outside `--permission` there is nothing to take back.
 */
export function dropAddons(): void {
  const { permission } = process as unknown as { permission?: Permission };
  permission?.drop('addon');
  if (permission?.has('addon')) throw new Error('this Node cannot take back --allow-addons');
}
