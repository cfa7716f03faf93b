import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { HubError } from './hub-error.js';

const root = (error: unknown): unknown => {
  let found = error;
  while (found instanceof GraphQLError && found.originalError) found = found.originalError;
  return found;
};

/** What a subgraph lets out of itself: a code, a constant message, the path. */
export interface Masked {
  readonly shown: GraphQLFormattedError;
  /** Our own mistakes and outages, for the log. */
  readonly worthLogging: unknown;
}

/** Only our own error classes pass; whatever else was thrown becomes DEFECT, and stays behind. */
export function mask(error: unknown): Masked {
  const cause = root(error);
  const path = error instanceof GraphQLError && error.path ? { path: error.path } : {};
  if (cause instanceof HubError) {
    const logged = cause.code === 'DEFECT' || cause.code === 'SUBGRAPH_UNAVAILABLE' ? cause : null;
    const about = typeof cause.details['domain'] === 'string' ? { domain: cause.details['domain'] } : {};
    return {
      shown: { message: cause.message, ...path, extensions: { code: cause.code, ...about } },
      worthLogging: logged,
    };
  }
  // graphql-js's own complaints about a document have no original error, and speak of the document alone.
  if (cause instanceof GraphQLError && cause.path === undefined) {
    return {
      shown: { message: 'The question does not fit the schema.', extensions: { code: 'INVALID_INPUT' } },
      worthLogging: null,
    };
  }
  return {
    shown: { message: 'Something went wrong on our side.', ...path, extensions: { code: 'DEFECT' } },
    worthLogging: cause,
  };
}
