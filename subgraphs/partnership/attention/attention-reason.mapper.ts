import type { AttentionReason } from './attention-reason.type.js';
import type { StoredReason } from './attention.repository.js';

/** A reason as clients see it. Every field is named: a new column is never shown by accident. */
export const toReason = ({ kind, domain, fact, since }: StoredReason): AttentionReason => ({
  kind,
  domain,
  fact,
  since,
});
