/** Where to go after logging in: `next` when it is a path of this site, else `/home`. Anything that a browser could read as another site is dropped. */
export function nextPath(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, HERE)) return '/home';
  const url = new URL(next, HERE);
  const elsewhere = url.origin !== HERE || url.pathname.startsWith('//') || url.pathname === '/login';
  return elsewhere ? '/home' : url.pathname + url.search;
}

/** Stands for this site while a path is read; never requested. */
const HERE = 'http://derin.invalid';

/** The log-in page that leads back to `path`. */
export const logInPath = (path: string | null): string => {
  const next = nextPath(path);
  return next === '/home' ? '/login' : `/login?next=${encodeURIComponent(next)}`;
};

/** Set by the proxy on every request, over what a client sent: the path and query asked for. */
export const PATH_HEADER = 'x-derin-path';
