import type { StoredNotice } from './notice.repository.js';
import type { Notice } from './notice.type.js';

/** A notice as clients see it. Every field is named: a new column is never shown by accident. */
export function toNotice(stored: StoredNotice): Notice {
  const { id, childId, kind, fact, takenBackAt, raisedAt, mark } = stored;
  return {
    ...{ id, childId, kind },
    fact: takenBackAt === null ? fact : `${fact} This was taken back later.`,
    raisedAt: new Date(raisedAt).toISOString(),
    readAt: mark && new Date(mark.readAt).toISOString(),
    riskConsidered: mark?.riskConsidered ?? null,
    version: mark?.version ?? unread,
  };
}

/** The version of a notice that nobody has marked. */
export const unread = 1;
