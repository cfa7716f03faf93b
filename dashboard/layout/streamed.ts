import { Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { Log } from '../../platform/telemetry/log.js';
import type { Env } from '../desk.js';

const unzipped = 'identity';

/** A page that is sent part by part as it is drawn: each part leaves at once, zipped or not. Whoever goes away ends it. */
export function streamed(context: Context<Env>, parts: AsyncIterable<string>): Response {
  const encoding = accepts(context, {
    ...{ header: 'Accept-Encoding', supports: ['gzip'], default: unzipped },
    match: (accepted) => (accepted.some(({ type, q }) => type === 'gzip' && q > 0) ? 'gzip' : unzipped),
  });
  const drawn = Readable.from(parts);
  context.header('content-type', 'text/html; charset=UTF-8');
  context.header('vary', 'Accept-Encoding');
  if (encoding === unzipped) return context.body(webStream(drawn));
  context.header('content-encoding', 'gzip');
  // Flushed after each write: else a part would wait in the compressor for the next.
  const zipped = createGzip({ flush: constants.Z_SYNC_FLUSH });
  zipped.once('close', () => drawn.destroy());
  drawn.once('error', () => zipped.destroy());
  return context.body(webStream(drawn.pipe(zipped)));
}

const webStream = (stream: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;

/** Writes down, by its name alone, that a part of a page that had begun could not be drawn. */
export const partFailed =
  (log: Log) =>
  (error: unknown): void => {
    log.error({ errorName: error instanceof Error ? error.name : typeof error }, 'A part of a page could not be made.');
  };
