import { HubError } from '../platform/errors/hub-error.js';

const messages = {
  PERSISTED_QUERY_NOT_FOUND: 'PersistedQueryNotFound',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PersistedQueryNotSupported',
} as const;

/**
 * A document was named by a hash alone, and cannot be answered by it. NOT_FOUND: send the hash with its text.
 * NOT_SUPPORTED: send the text, and no hash again. The messages are the ones of Apollo's protocol for persisted
 * queries: clients of it compare them, word for word.
 */
export class PersistedQueryError extends HubError {
  constructor(override readonly code: keyof typeof messages) {
    super(messages[code]);
  }
}
