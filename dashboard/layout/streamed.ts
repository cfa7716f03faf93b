import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { constants, createGzip } from 'node:zlib';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { Log } from '../../platform/telemetry/log.js';
import type { Env } from '../desk.js';
import { menuOf, type MenuViewer } from './role-menu.js';

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

/** What is answered while there is patience; null where it is not. */
export const inTime = <T>(asked: Promise<T>, patience: () => Promise<unknown>): Promise<T | null> =>
  Promise.race([asked, patience().then(() => null)]);

/**
 * Whether a page of the menu may begin before it is answered: whom the menu leads there is not refused the page, and a list from
 * its beginning has no cursor that could be another’s. Whoever else comes waits for what is said of them.
 */
export const mayBegin = (viewer: MenuViewer, address: string, after: string | null | undefined): boolean =>
  (after ?? null) === null && menuOf(viewer).some((entry) => entry.address === address);

interface Drawing<Known> {
  readonly draw: (known: Known) => string;
  /** What stands for what does not come, or cannot be drawn: it says nothing of what is held. */
  readonly otherwise: Known;
  readonly failed: (error: unknown) => void;
}

/** What draws a part of a page once it is known. What fails by then is no page of its own: the part says that it could not be asked. */
export const partOf =
  <Known>(asked: Promise<Known>, { draw, otherwise, failed }: Drawing<Known>): (() => Promise<string>) =>
  async () => {
    const known = await asked.catch(() => otherwise);
    try {
      return draw(known);
    } catch (error) {
      failed(error);
      return draw(otherwise);
    }
  };

/** A page in the order in which it stands, of which parts are still to come: to the byte what it is in one piece. */
export async function* inOrder(
  [before, after]: readonly [before: string, after: string],
  parts: readonly (() => Promise<string>)[],
): AsyncGenerator<string, void> {
  yield before;
  for (const part of parts) yield await part();
  yield after;
}

/** A page that is sent part by part as it is drawn: each part leaves at once, zipped or not. Whoever goes away ends it. */
export function streamed(context: Context<Env>, parts: AsyncIterable<string>): Response {
  const encoding = accepts(context, {
    ...{ header: 'Accept-Encoding', supports: ['gzip'], default: unzipped },
    match: (accepted) => (accepted.some(({ type, q }) => type === 'gzip' && q > 0) ? 'gzip' : unzipped),
  });
  const drawn = Readable.from(bytesOf(parts));
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

async function* bytesOf(parts: AsyncIterable<string>): AsyncGenerator<Buffer, void> {
  for await (const part of parts) yield Buffer.from(part);
}

const webStream = (stream: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;

/** Writes down, by its name alone, that a part of a page that had begun could not be drawn. */
export const partFailed =
  (log: Log) =>
  (error: unknown): void => {
    log.error({ errorName: error instanceof Error ? error.name : typeof error }, 'A part of a page could not be made.');
  };
