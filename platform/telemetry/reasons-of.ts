import { Defect, HubError, Unavailable } from '../errors/hub-error.js';

/** What pg and undici say of a connection without giving it a code. None of them holds a value. */
const plainWords = [
  'timeout exceeded when trying to connect',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Query read timeout',
];

/** A system's, PostgreSQL's or our own code: capitals, digits and underscores. */
const code = /^[A-Z0-9][A-Z0-9_]{3,40}$/;

/** Longer chains than this say nothing more. */
const deepest = 5;

/**
 * Why an error came about, as far as that can be written down without a value of a record: our own constant messages with
 * what they say of domain and code, the codes of others, the words known for a lost connection; the outermost first.
 */
export function reasonsOf(error: unknown): string[] {
  const reasons: string[] = [];
  let at = error;
  for (let depth = 0; at instanceof Error && depth < deepest; depth++, at = at.cause) {
    const said = wordsOf(at);
    if (said !== undefined && !reasons.includes(said)) reasons.push(said);
  }
  return reasons;
}

function wordsOf(error: Error & { readonly code?: unknown }): string | undefined {
  if (error instanceof Unavailable || error instanceof Defect) {
    const about = [error.details['domain'], error.details['code'], error.details['statusCode']].filter(isPlain);
    return about.length > 0 ? `${error.message} (${about.join(', ')})` : error.message;
  }
  if (error instanceof HubError) return error.code;
  if (typeof error.code === 'string' && code.test(error.code)) return error.code;
  return plainWords.find((words) => error.message === words);
}

function isPlain(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && code.test(value));
}
