import type { IncomingMessage } from 'node:http';
import { bodyBytes } from '../platform/http/body-bytes.js';
import { NotTaken } from './not-taken.js';

export interface BodyLimits {
  readonly bytes: number;
  /** How long the sender may take over it, in milliseconds. */
  readonly patienceMs: number;
}

/** A request's body as text: 413 where it is too large, 408 where it takes too long, 400 where it is not UTF-8. */
export async function bodyOf(request: IncomingMessage, limits: BodyLimits): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NotTaken(408, 'The question did not arrive in time: send it at once.'));
    }, limits.patienceMs);
  });
  const refusals = {
    tooLarge: () => new NotTaken(413, `A question is at most ${String(limits.bytes)} bytes long.`),
    cutShort: () => new NotTaken(400, 'The question was cut short.'),
  };
  try {
    return text(await Promise.race([bodyBytes(request, limits.bytes, refusals), late]));
  } finally {
    clearTimeout(timer);
  }
}

function text(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotTaken(400, 'Questions are written in UTF-8.');
  }
}
