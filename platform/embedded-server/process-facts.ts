import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What the system says of a running process. */
export interface ProcessFacts {
  readonly parent: number;
  /** The program and its arguments, joined by spaces; of a process that has ended but is not yet reaped, nothing. */
  readonly command: string;
}

/** The facts of process `pid`; undefined where there is none. */
export function processFacts(pid: number): ProcessFacts | undefined {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  } catch {
    return undefined;
  }
}

/** Whether `pid` names a process, of whatever user, ended but unreaped ones included. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Slim container images have no `ps`. */
function fromProc(pid: number): ProcessFacts {
  const folder = `/proc/${String(pid)}`;
  const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`${folder}/status`, 'utf8'))?.[1];
  return { parent: Number(parent), command: readFileSync(`${folder}/cmdline`, 'utf8').replaceAll('\0', ' ') };
}

function fromPs(pid: number): ProcessFacts {
  const line = execFileSync('ps', ['-ww', '-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  const space = line.indexOf(' ');
  return { parent: Number(line.slice(0, space)), command: line.slice(space).trim() };
}
