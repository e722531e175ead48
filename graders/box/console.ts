import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { writeAll } from './frames.ts';

/** A console that has written before it returns: the host ends a box without warning. */
export const makeConsole = (): Console => new Console({ stdout: descriptor(1), stderr: descriptor(2) });

/** Swallows tfjs's greetings and advice while a box warms up. */
export const silentConsole = (): Console =>
  new Console(new Writable({ write: (_chunk, _encoding, done) => done() }));

const descriptor = (fd: number): Writable =>
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      writeAll(fd, chunk);
      done();
    },
  });
