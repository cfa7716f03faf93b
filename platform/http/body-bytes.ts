import type { IncomingMessage } from 'node:http';

/** What is told where a body is not taken. */
export interface NotTakenAs {
  readonly tooLarge: () => Error;
  /** The sender ended before the body did. */
  readonly cutShort: () => Error;
}

/**
 * A request's body, of so many bytes at the most: one that says it has more is not read at all. Listens rather than
 * iterates: a body that is given up leaves the connection open for the answer that says so.
 */
export function bodyBytes(request: IncomingMessage, most: number, { tooLarge, cutShort }: NotTakenAs): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) {
        request.pause();
        reject(tooLarge());
      } else chunks.push(chunk);
    });
    request.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    const cut = (): void => {
      reject(cutShort());
    };
    request.once('error', cut);
    request.once('aborted', cut);
  });
}
