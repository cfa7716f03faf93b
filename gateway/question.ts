import { z } from 'zod';
import { InvalidInput } from '../platform/errors/hub-error.js';
import { checkJson } from './json-limits.js';
import { PersistedQueryError } from './persisted-query-error.js';

/** One question of a client, as it came in a request's body. Nothing else of the body is looked at or passed on. */
export interface Question {
  readonly query?: string;
  /** SHA-256 (hex) of a safelisted document, or of the one beside it. */
  readonly hash?: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Apollo's form of a hash. There is one version of the protocol. */
const persistedSchema = z.object({ version: z.number().nullish(), sha256Hash: z.string() });

const bodySchema = z.object({
  query: z.string().nullish(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  documentId: z.string().nullish(),
  extensions: z.object({ persistedQuery: persistedSchema.nullish() }).nullish(),
});

const notOne = (): InvalidInput =>
  new InvalidInput('Send one JSON object with "query" (or "documentId") and "variables".');

/** Reads a body's JSON; a list of questions is refused like anything else that is not one. */
export function parseQuestion(body: string): Question {
  const { success, data } = bodySchema.safeParse(parseJson(body));
  if (!success) throw notOne();
  const version = data.extensions?.persistedQuery?.version ?? 1;
  if (version !== 1) throw new PersistedQueryError('PERSISTED_QUERY_NOT_SUPPORTED');
  const hash = data.documentId?.replace(/^sha256:/, '') ?? data.extensions?.persistedQuery?.sha256Hash;
  // Not even a question: whatever is asked, and cannot be answered, is told apart from it.
  if (data.query == null && hash === undefined) throw notOne();
  return {
    query: data.query ?? undefined,
    hash: hash?.toLowerCase(),
    operationName: data.operationName ?? undefined,
    variables: data.variables ?? {},
  };
}

function parseJson(body: string): unknown {
  const json = read(body);
  checkJson(json);
  return json;
}

function read(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new InvalidInput('The body is not JSON.');
  }
}
