import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux tells them to programs on every architecture Node runs on. */
const ticks = 100;

interface Stat {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended. */
  readonly ended: number;
}

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
    return { parent: fields[1] ?? 0, own: utime + stime, ended: cutime + cstime };
  } catch {
    return null;
  }
}

/** Milliseconds of processor a process has used, all its threads together; 0 where there is none. */
export const processTime = (pid: number): number => ((statOf(pid)?.own ?? 0) * 1000) / ticks;

/** The same for a server and every process it has started, those that have ended among them. */
export function familyTime(pid: number): number {
  const root = statOf(pid);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === pid);
  const total = children.reduce((sum, stat) => sum + (stat?.own ?? 0), (root?.own ?? 0) + (root?.ended ?? 0));
  return (total * 1000) / ticks;
}
