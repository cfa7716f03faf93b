import type { StoredLine, StoredQuality } from './source-quality.repository.js';
import type { RejectedLine, SourceQuality } from './source-quality.type.js';

/** A source as it is shown. Every field is named: a new column is never shown by accident. */
export function toSourceQuality(stored: StoredQuality): SourceQuality {
  const { received, rejected } = stored;
  return {
    domain: stored.domain,
    source: stored.source,
    lastReceived: stored.lastReceived,
    expectedEvery: stored.expectedEvery,
    stale: stored.stale,
    deliveredAt: stored.deliveredAt,
    received,
    accepted: received === null || rejected === null ? null : received - rejected,
    rejected,
    byRule: stored.rules.map(({ rule, message, whole, count }) => ({ rule, message, whole, count })),
  };
}

export const toRejectedLine = ({ place, file, line, rule, reason, whole }: StoredLine): RejectedLine => ({
  id: String(place),
  ...{ file, line, rule, reason, whole },
});
