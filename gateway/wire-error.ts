import { GraphQLError, type GraphQLFormattedError, type SourceLocation } from 'graphql';
import { type ErrorCode, HubError } from '../platform/errors/hub-error.js';
import { InvalidQuestion } from './invalid-question.js';
import type { NulledField } from './refused-fields.js';

/** All that leaves about an error. */
export interface WireError {
  readonly message: string;
  /** Where in the client's own document the fault is, or what it is about: lines and columns counted from 1. */
  readonly locations?: readonly SourceLocation[];
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: ErrorCode; readonly domain?: string; readonly requestId: string };
}

const defect = 'Something went wrong on our side.';
const unavailable = 'This domain could not be asked.';

/** Codes a domain may send on to the client. UNAUTHENTICATED is not one: the client did sign in, so the mistake is ours. */
const passedOn: ReadonlySet<unknown> = new Set<ErrorCode>([
  'REFUSED',
  'NOT_FOUND',
  'INVALID_INPUT',
  'CONFLICT',
  'SUBGRAPH_UNAVAILABLE',
]);

/** `social-care` is `SOCIAL_CARE` in `enum Domain`. */
export function domainOf(subgraph: string): string {
  return subgraph.toUpperCase().replaceAll('-', '_');
}

/**
 * A domain's error with everything taken out but its code, the hub's own constant message, its path and a domain.
 * A domain may name another whose feed is late. An error object, not a plain one: the planner relocates its path.
 */
export function scrubbed(error: GraphQLFormattedError, domain: string, domains: ReadonlySet<unknown>): GraphQLError {
  const given = error.extensions ?? {};
  const named = domains.has(given['domain']) ? given['domain'] : domain;
  const { code, message } = meaning(given['code'], error.message);
  return new GraphQLError(message, { path: error.path, extensions: { code, domain: named } });
}

function meaning(code: unknown, message: string): { code: ErrorCode; message: string } {
  if (passedOn.has(code)) return { code: code as ErrorCode, message };
  // Apollo Server's word for a variable its own scalar refused.
  if (code === 'BAD_USER_INPUT') return { code: 'INVALID_INPUT', message: 'A value in the question cannot be taken.' };
  return { code: 'DEFECT', message: defect };
}

/** The error that stands for a domain that gave no answer. */
export function noAnswer(reason: unknown, domain: string): GraphQLError {
  const code: ErrorCode = reason instanceof HubError && reason.code === 'SUBGRAPH_UNAVAILABLE' ? reason.code : 'DEFECT';
  return new GraphQLError(code === 'DEFECT' ? defect : unavailable, { extensions: { code, domain } });
}

/** The last gate: what no domain's error was scrubbed into is ours, and says nothing. */
export function wireError(error: GraphQLFormattedError, data: unknown, requestId: string): WireError {
  const { code, domain } = error.extensions ?? {};
  const ours = passedOn.has(code) || code === 'DEFECT';
  return {
    message: ours ? error.message : defect,
    ...(standsIn(data, error.path) ? { path: error.path } : {}),
    extensions: {
      code: ours ? (code as ErrorCode) : 'DEFECT',
      ...(ours && typeof domain === 'string' ? { domain } : {}),
      requestId,
    },
  };
}

/** A path the planner could not relocate speaks of its own inner question, not of the client's. */
function standsIn(data: unknown, path: readonly (string | number)[] | undefined): boolean {
  const first = path?.[0];
  return first !== undefined && typeof data === 'object' && data !== null && Object.hasOwn(data, first);
}

/** A field, or the whole question where none is named, that the caller's scopes do not reach. */
export function outOfScope(field: NulledField | undefined, requestId: string): WireError {
  const { path, domain } = field ?? {};
  return {
    message: 'Your role does not reach this.',
    ...(path ? { path } : {}),
    extensions: { code: 'REFUSED', ...(domain === undefined ? {} : { domain }), requestId },
  };
}

/** An error thrown before or around the asking. */
export function thrown(error: unknown, requestId: string): WireError {
  const known = error instanceof HubError && error.code !== 'DEFECT' ? error : undefined;
  const locations = known instanceof InvalidQuestion ? known.locations : [];
  return {
    message: known?.message ?? defect,
    ...(locations.length > 0 ? { locations } : {}),
    extensions: { code: known?.code ?? 'DEFECT', requestId },
  };
}
