import pino, { type DestinationStream, type Logger } from 'pino';
import { reasonsOf } from './reasons-of.js';

/** The only keys a log line may have besides pino's own. Nothing about a child is among them. */
const allowed = new Set([
  'code',
  'domain',
  'subgraph',
  'requestId',
  'operation',
  'durationMs',
  'errorName',
  'sqlState',
  'port',
  'source',
  'count',
  'stack',
]);

export type Log = Logger;

/** A logger that drops every key that is not on the list, whatever a caller passes. */
export function createLog(level: string, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      formatters: {
        log: (fields) => Object.fromEntries(Object.entries(fields).filter(([key]) => allowed.has(key))),
      },
    },
    destination ?? pino.destination({ fd: 2, sync: false }),
  );
}

/**
 * Why, and where: the codes of an error and of what caused it, then the stack's frames. Its first lines are left out: a
 * message may carry a value, a code and a frame do not.
 */
export function framesOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [...reasonsOf(error), ...(frames ?? []).slice(0, 8)].join('\n');
}
