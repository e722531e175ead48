import net from 'node:net';
import { Refusal } from './refusal.ts';

/** Throws when nothing can listen there, before anything else is started. */
export function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(new Refusal(sentence(error.code, host, port))));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function sentence(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is taken. Stop what uses it or choose another: PORT=${port + 1} npm start`;
  if (code === 'EACCES') return `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=3000 npm start`;
  return `Cannot listen on ${host}:${port} (${code ?? 'unknown reason'}). Check HOST and PORT.`;
}
