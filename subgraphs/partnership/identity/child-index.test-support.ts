import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { declaredSources } from './declared-sources.test-support.js';
import type { HeldRecord } from './held-record.js';
import { firstArrival, type FoundChild } from './known-children.js';
import { recordKey } from './person-key.js';
import type { Resolution } from './resolution.js';
import { WeighingResolver } from './resolve.js';
import { resolveBatch } from './resolve-batch.js';

/** A council's own number. */
export const careId = (value: string) => ({ type: 'SOCIAL_CARE_ID' as const, value });

/** Ids in the order they are asked for. */
export const minter = (): (() => string) => {
  let next = 0;
  return () => `child-${String(next++)}`;
};

/** One batch against what is held. */
export const resolve = (
  records: readonly PersonEvidence[],
  found: readonly FoundChild[],
  mint: () => string,
): Resolution =>
  resolveBatch(records, found, {
    resolver: new WeighingResolver(),
    sources: declaredSources,
    mint,
    today: '2026-11-20',
    now: '2026-11-20T10:00:00.000Z',
  });

/** The index after a resolution, as the database would hold it: every child whole, as if all were found. */
export class ChildIndex {
  private readonly records = new Map<string, HeldRecord>();
  private readonly shown = new Map<string, string>();
  private arrivals = 0;

  constructor(readonly mint = minter()) {}

  take(records: readonly PersonEvidence[]): Resolution {
    const resolution = resolve(records, this.found(), this.mint);
    for (const { source, from: sourceKey } of resolution.renamed) this.records.delete(recordKey({ source, sourceKey }));
    for (const record of resolution.versions) {
      const arrival = record.arrival >= firstArrival ? (this.arrivals += 1) : record.arrival;
      this.records.set(recordKey(record), { ...record, arrival });
    }
    for (const { held, shown } of resolution.aliases) {
      if (shown === null) this.shown.delete(held);
      else this.shown.set(held, shown);
    }
    return resolution;
  }

  found(): FoundChild[] {
    const children = new Map<string, HeldRecord[]>();
    for (const record of this.records.values()) {
      const shown = this.shown.get(record.childId) ?? record.childId;
      children.set(
        shown,
        [...(children.get(shown) ?? []), record].sort((a, b) => a.arrival - b.arrival),
      );
    }
    return [...children].map(([shown, records]) => ({ shown, records, apart: [], closed: false }));
  }

  /** The records of each child, however its id reads. */
  groups(): string[] {
    return this.found()
      .map(({ records }) =>
        records
          .map((record) => `${recordKey(record)} ${JSON.stringify(record.identifiers)}`)
          .sort()
          .join('; '),
      )
      .sort();
  }
}
