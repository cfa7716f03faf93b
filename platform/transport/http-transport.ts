import { type DocumentNode, print } from 'graphql';
import { Pool } from 'undici';
import { z } from 'zod';
import { assertionHeader, digestOf } from '../auth/minter.js';
import { Unavailable } from '../errors/hub-error.js';
import { timeFor } from './time-for.js';
import type { SubgraphAnswer, SubgraphTransport } from './transport.js';

export interface HttpTransportOptions {
  /** The subgraph's address, with its path. */
  readonly url: string;
  /** Whom envelopes are made for: the name the subgraph's door knows itself by. */
  readonly audience: string;
  /** From a question until the last byte of its answer, in milliseconds; a write may take longer: see timeFor. */
  readonly timeoutMs: number;
}

/** A transport that keeps connections open until it is closed. */
export type HttpTransport = SubgraphTransport & { readonly close: () => Promise<void> };

/** No call and no answer is larger than this. */
const mostBytes = 10 * 1024 * 1024;

const connections = 16;

const answerSchema = z
  .object({
    data: z.record(z.string(), z.unknown()).nullish(),
    errors: z
      .array(
        z.object({
          message: z.string(),
          path: z.array(z.union([z.string(), z.number()])).optional(),
          extensions: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
  })
  .refine(({ data, errors }) => data !== undefined || errors !== undefined);

/**
 * A subgraph reached over HTTP: one envelope a call, sealed to the very text that is sent. Whatever is not a GraphQL
 * answer within the time (refused, hung, cut short, a proxy's page, too large) is Unavailable, and says no more.
 */
export function httpTransport({ url, audience, timeoutMs }: HttpTransportOptions): HttpTransport {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, maxResponseSize: mostBytes, connect: { timeout: timeoutMs } });
  const texts = new WeakMap<DocumentNode, string>();

  /** The planner's documents are few and live on: each is printed once. */
  const textOf = (document: DocumentNode): string => {
    const text = texts.get(document) ?? print(document);
    texts.set(document, text);
    return text;
  };

  const send: SubgraphTransport = async ({ document, variables, seal }) => {
    const query = textOf(document);
    const body = JSON.stringify({ query, variables });
    if (Buffer.byteLength(body) > mostBytes) throw new Unavailable('The question is too large for one call.');
    const envelope = await seal(audience, digestOf(query, variables));
    try {
      const { statusCode, body: reply } = await pool.request({
        path: pathname,
        method: 'POST',
        headers: { 'content-type': 'application/json', [assertionHeader]: envelope },
        body,
        signal: AbortSignal.timeout(timeFor(document, timeoutMs)),
      });
      const text = await reply.text();
      if (statusCode >= 500) throw new Unavailable('The domain answered with a failure.', { statusCode });
      return answerSchema.parse(JSON.parse(text)) satisfies SubgraphAnswer;
    } catch (cause) {
      throw cause instanceof Unavailable ? cause : new Unavailable('The domain gave no answer.', {}, { cause });
    }
  };
  return Object.assign(send, { close: () => pool.destroy() });
}
