import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { constants, createGzip } from 'node:zlib';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { Log } from '../../platform/telemetry/log.js';
import type { Env } from '../desk.js';
import { type Answer, unanswered } from '../gateway/answer.js';

const unzipped = 'identity';

/** Longer is not waited with a blank page: what is not answered by then comes when it comes. */
const patienceMs = 80;

/** How pages wait, and where it is written down what of them could not be drawn. */
export interface StreamOptions {
  readonly log: Log;
  /** How long a page waits for its answers before it begins without them: until this is kept. 80 ms unless given. */
  readonly patience?: (() => Promise<unknown>) | undefined;
}

export const patient = (): Promise<unknown> => setTimeout(patienceMs);

interface LastPart<Data> {
  /** Kept in any case: what fails by now is said in its place. */
  readonly answer: Promise<Answer<Data>>;
  readonly draw: (answer: Answer<Data>) => string;
  readonly failed: (error: unknown) => void;
}

/**
 * A page in the order in which it stands, whose last part comes when it is answered: to the byte what it is in one piece. A
 * fault of ours is no page of its own once it has begun: the part says that it could not be asked.
 */
export async function* inOrder<Data>(
  [before, after]: readonly [before: string, after: string],
  { answer, draw, failed }: LastPart<Data>,
): AsyncGenerator<string, void> {
  yield before;
  const came = await answer;
  let part: string;
  try {
    part = draw(came);
  } catch (error) {
    failed(error);
    part = draw(unanswered);
  }
  yield part;
  yield after;
}

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
