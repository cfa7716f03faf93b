/** The codes a client may see. Anything else leaves as DEFECT. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'REFUSED'
  | 'NOT_FOUND'
  | 'INVALID_INPUT'
  | 'CONFLICT'
  | 'SUBGRAPH_UNAVAILABLE'
  | 'DEFECT'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'PERSISTED_QUERY_NOT_SUPPORTED';

/**
 * An error of the hub. The message is constant and may be shown to anyone; `details` stay inside the process
 * (the log's allow-list decides what is written) and never hold a value of a child's record.
 */
export abstract class HubError extends Error {
  abstract readonly code: ErrorCode;

  constructor(
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Nobody has vouched for the caller. */
export class Unauthenticated extends HubError {
  override readonly code = 'UNAUTHENTICATED';
}

/** The caller's role, scope or purpose does not allow this kind of thing, whoever the child is. */
export class Refused extends HubError {
  override readonly code = 'REFUSED';
}

/** What was asked for does not exist, or may not be known to exist: the two are never told apart. */
export class NotFound extends HubError {
  override readonly code = 'NOT_FOUND';
}

/** What was sent cannot be taken; the message says what to do. */
export class InvalidInput extends HubError {
  override readonly code = 'INVALID_INPUT';
}

/** Somebody else changed it first, or the same key came with another body. */
export class Conflict extends HubError {
  override readonly code = 'CONFLICT';
}

/** A domain, or its database, could not be asked. Never to be shown as "none". */
export class Unavailable extends HubError {
  override readonly code = 'SUBGRAPH_UNAVAILABLE';
}

/** Our own mistake. */
export class Defect extends HubError {
  override readonly code = 'DEFECT';
}
