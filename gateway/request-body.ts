import type { IncomingMessage } from 'node:http';
import { NotTaken } from './not-taken.js';

export interface BodyLimits {
  readonly bytes: number;
  /** How long the sender may take over it, in milliseconds. */
  readonly patienceMs: number;
}

/** A request's body as text: 413 where it is too large, 408 where it takes too long, 400 where it is not UTF-8. */
export async function bodyOf(request: IncomingMessage, limits: BodyLimits): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > limits.bytes) throw tooLarge(limits.bytes);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NotTaken(408, 'The question did not arrive in time: send it at once.'));
    }, limits.patienceMs);
  });
  try {
    return text(await Promise.race([collected(request, limits.bytes), late]));
  } finally {
    clearTimeout(timer);
  }
}

const tooLarge = (most: number): NotTaken => new NotTaken(413, `A question is at most ${String(most)} bytes long.`);

/** Listens rather than iterates: a body that is given up leaves the connection open for the answer that says so. */
function collected(request: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) {
        request.pause();
        reject(tooLarge(most));
      } else chunks.push(chunk);
    });
    request.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    const cut = (): void => {
      reject(new NotTaken(400, 'The question was cut short.'));
    };
    request.once('error', cut);
    request.once('aborted', cut);
  });
}

function text(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotTaken(400, 'Questions are written in UTF-8.');
  }
}
