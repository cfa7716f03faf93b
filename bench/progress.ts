import { progressBar } from '../cli/progress-bar.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** A step of long work: told by a line, and shown by a bar at a terminal while it lasts. */
export async function step<T>(
  name: string,
  work: (update: (done: number, of: number) => void) => Promise<T>,
): Promise<T> {
  say(`${name}…`);
  const bar = progressBar();
  const began = performance.now();
  try {
    return await work((done, of) => {
      bar.update(done, of);
    });
  } finally {
    bar.stop();
    const seconds = (performance.now() - began) / 1000;
    if (seconds >= 10) say(`  ${seconds.toFixed(0)} s`);
  }
}

/** A line about what was just measured: at a terminal a bar says how far it is instead. */
export function note(line: string): void {
  if (!process.stderr.isTTY) say(`  ${line}`);
}
