import { z } from 'zod';
import { InvalidInput } from '../platform/errors/hub-error.js';

/** One question of a client, as it came in a request's body. Nothing else of the body is looked at or passed on. */
export interface Question {
  readonly query?: string;
  /** SHA-256 (hex) of a safelisted document. */
  readonly hash?: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const bodySchema = z.object({
  query: z.string().nullish(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  documentId: z.string().nullish(),
  extensions: z.object({ persistedQuery: z.object({ sha256Hash: z.string() }).nullish() }).nullish(),
});

/** Reads a body's JSON; a list of questions is refused like anything else that is not one. */
export function parseQuestion(body: string): Question {
  const { success, data } = bodySchema.safeParse(parseJson(body));
  if (!success) throw new InvalidInput('Send one JSON object with "query" (or "documentId") and "variables".');
  const hash = data.documentId?.replace(/^sha256:/, '') ?? data.extensions?.persistedQuery?.sha256Hash;
  return {
    query: data.query ?? undefined,
    hash: hash?.toLowerCase(),
    operationName: data.operationName ?? undefined,
    variables: data.variables ?? {},
  };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new InvalidInput('The body is not JSON.');
  }
}
