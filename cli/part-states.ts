import type { Part } from './noted-parts.js';

/** A part as it is now. */
export interface PartState extends Part {
  /** Its process answers. */
  readonly healthy: boolean;
  /** It can do its work: it is no gateway that is ending, and its database is within reach. */
  readonly ready: boolean;
}

/** A healthy part of a busy machine answers late, and is healthy. */
const answerWithinMs = 10_000;

async function answers(path: string, { address }: Part): Promise<boolean> {
  try {
    const answer = await fetch(new URL(path, address), { signal: AbortSignal.timeout(answerWithinMs) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Asks every part whether it lives, and whether it is ready. */
export function partStates(parts: readonly Part[]): Promise<PartState[]> {
  return Promise.all(
    parts.map(async (part) => {
      const [healthy, ready] = await Promise.all([answers('/healthz', part), answers('/readyz', part)]);
      return { ...part, healthy, ready: healthy && ready };
    }),
  );
}

function word({ healthy, ready }: PartState): string {
  if (!healthy) return 'not answering';
  return ready ? 'healthy' : 'not ready';
}

/** A part on one line, for a person. */
export function partLine(part: PartState): string {
  const { name, pid, address, database } = part;
  return `${name}  ${word(part)}  pid ${String(pid)}  ${address}${database ? '  holds the database' : ''}`;
}

/** What is wrong with the parts, in one sentence; null where nothing is. */
export function partFault(parts: readonly PartState[]): string | null {
  const names = (of: (part: PartState) => boolean): string =>
    parts
      .filter(of)
      .map(({ name }) => name)
      .join(', ');
  const silent = names(({ healthy }) => !healthy);
  const waiting = names(({ healthy, ready }) => healthy && !ready);
  const faults = [
    ...(silent ? [`Not answering: ${silent}.`] : []),
    ...(waiting ? [`Not ready, for the database is out of reach or the part is ending: ${waiting}.`] : []),
  ];
  return faults.length > 0 ? faults.join(' ') : null;
}
