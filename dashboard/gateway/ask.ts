import { request } from 'undici';
import { z } from 'zod';
import type { Answer } from './answer.js';
import { documents } from './documents.js';
import type { OperationName, Operations } from './operations.generated.js';

/** Whose question it is. */
export interface Asking {
  readonly accessToken: string;
  readonly purpose: string | undefined;
  /** Whether the answer is kept as a file, which is on record as an export. */
  readonly exported?: boolean;
  /** Given up when this is: nobody waits for the answer any more. */
  readonly until?: AbortSignal | undefined;
}

/** The token is not taken any more: sign in again. */
export class SignedOut extends Error {}

/** The gateway does not answer at all. */
export class NoGateway extends Error {}

export type Ask = <Name extends OperationName>(
  name: Name,
  variables: Operations[Name]['variables'],
) => Promise<Answer<Operations[Name]['data']>>;

const bodySchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.object({ code: z.string(), domain: z.string().optional() }).loose().optional(),
      }),
    )
    .optional(),
});

/** Longer than the gateway waits for its domains. */
const timeoutMs = 15_000;

/** Asks the gateway as any other client does: POST, a bearer token, one of the operations it knows. */
export function asker(
  gatewayUrl: string,
  { accessToken, purpose, exported = false, until }: Asking,
  waitMs = timeoutMs,
): Ask {
  return async (name, variables) => {
    const headers = {
      authorization: `Bearer ${accessToken}`,
      'content-type': 'application/json',
      accept: 'application/json',
      ...(purpose === undefined ? {} : { 'hub-purpose': purpose }),
      ...(exported ? { 'hub-export': 'file' } : {}),
    };
    const body = JSON.stringify({ query: documents[name], variables });
    const { status, text } = await send(gatewayUrl, { headers, body, waitMs, until });
    if (status === 401) throw new SignedOut();
    const parsed = bodySchema.safeParse(jsonOf(text));
    if (!parsed.success) throw new NoGateway();
    const { data, errors = [] } = parsed.data;
    const faults = errors.map(({ message, path = [], extensions }) => ({
      ...{ path, message, code: extensions?.code ?? 'DEFECT', domain: extensions?.domain },
    }));
    // The types are made from the operation and the schema that the gateway answers by.
    return { data: (data ?? null) as Operations[typeof name]['data'] | null, faults };
  };
}

interface Sent {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly waitMs: number;
  readonly until: AbortSignal | undefined;
}

async function send(url: string, { headers, body, waitMs, until }: Sent): Promise<{ status: number; text: string }> {
  try {
    const late = AbortSignal.timeout(waitMs);
    const signal = until ? AbortSignal.any([late, until]) : late;
    const response = await request(url, { method: 'POST', headers, body, signal });
    return { status: response.statusCode, text: await response.body.text() };
  } catch (cause) {
    throw new NoGateway('The gateway does not answer.', { cause });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
