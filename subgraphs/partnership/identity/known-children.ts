import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { type Version, renewed } from './golden.js';
import { identifierKey, personKey, recordKey } from './person-key.js';
import type { Candidate } from './resolve.js';

/** The children of one batch: those found in the index, and those the batch itself brings. */
export class KnownChildren {
  private readonly versions = new Map<string, Map<string, Version>>();
  private readonly byKey = new Map<string, Set<string>>();

  constructor(found: readonly { readonly childId: string; readonly records: readonly Version[] }[]) {
    for (const { childId, records } of found) for (const record of records) this.put(childId, record);
  }

  /** Every child whom one of the evidence's keys may mean. */
  candidates(evidence: PersonEvidence): Candidate[] {
    const ids = new Set(keysOf(evidence).flatMap((key) => [...(this.byKey.get(key) ?? [])]));
    return [...ids].map((childId) => ({ childId, records: this.of(childId) }));
  }

  of(childId: string): Version[] {
    return [...(this.versions.get(childId)?.values() ?? [])];
  }

  /** Takes in what a source said of a child; the version as it now stands, or null where nothing is new. */
  tell(childId: string, said: PersonEvidence, received: string): Version | null {
    const held = this.versions.get(childId)?.get(recordKey(said));
    const next = held ? renewed(held, said, received) : { ...said, received };
    if (next === held) return null;
    this.put(childId, next);
    return next;
  }

  private put(childId: string, version: Version): void {
    const own = this.versions.get(childId) ?? new Map<string, Version>();
    this.versions.set(childId, own.set(recordKey(version), version));
    for (const key of keysOf(version)) {
      const ids = this.byKey.get(key) ?? new Set<string>();
      this.byKey.set(key, ids.add(childId));
    }
  }
}

function keysOf(evidence: PersonEvidence): string[] {
  const person = personKey(evidence);
  return [
    `record ${recordKey(evidence)}`,
    ...evidence.identifiers.map((one) => `identifier ${identifierKey(one)}`),
    ...(person === null ? [] : [`person ${person}`]),
  ];
}
