import { randomUUID } from 'node:crypto';
import { Permit } from '../../../platform/access/permit.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { PersonEvidence, ResolvedPerson } from '../../../platform/ingest/record.js';
import { councilCode } from '../../../platform/vocabulary/council-code.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { reviewsSuggesting } from './forget-records.repository.js';
import { knownEvidence } from './held-record.js';
import type { IdentityRepository } from './identity.repository.js';
import { NameCounts } from './name-counts.js';
import { resolverAgainst } from './resolver-against.js';
import { recordKey } from './person-key.js';
import type { Resolution } from './resolution.js';
import { resolveBatch } from './resolve-batch.js';

/** A unit of work opens at most 1,000 children, and a record may bring a child of its own. */
const mostRecords = 500;

/** Says whose record each is, and keeps the child index: for system callers alone. */
export class IdentityService {
  constructor(
    private readonly scope: RequestScope,
    private readonly identities: IdentityRepository,
    /** The council whose area this is. */
    private readonly council = councilCode,
  ) {}

  /**
   * Whose record each is, in order. The same records again change nothing and answer the same, but that what is deleted
   * is not there to be deleted again. A trial answers as it would, and keeps nothing.
   */
  async resolve(records: readonly PersonEvidence[], trial = false): Promise<readonly ResolvedPerson[]> {
    const { caller, writes } = this.scope;
    if (records.length > mostRecords) throw new InvalidInput('At most 500 records can be resolved at once.');
    const permits = (['T1', 'T3'] as const).map((tier) =>
      Permit.forSystem(caller, { holder: Domain.PARTNERSHIP, tier, act: 'WRITE', operation: 'resolve' }),
    );
    const asked = permits.map((permit) => ({ permit, subjects: { children: [] } }));
    const settle = (writing: Writing) => this.settle(writing, records, permits);
    return trial ? writes.rehearse(asked, settle) : writes.run(asked, settle);
  }

  private async settle(
    writing: Writing,
    records: readonly PersonEvidence[],
    permits: readonly Permit[],
  ): Promise<readonly ResolvedPerson[]> {
    const { recordSources: sources, today } = this.scope;
    await this.identities.waitForTurn(writing);
    const found = await this.identities.candidates(writing, records);
    const named = [...records, ...found.flatMap(({ records: held }) => held)];
    const names = new NameCounts(await this.identities.nameCounts(writing, named.map(knownEvidence)));
    const resolution = resolveBatch(records, found, {
      resolver: resolverAgainst(names),
      sources,
      mint: randomUUID,
      today,
      now: new Date().toISOString(),
      onNames: (before, after) => {
        names.move(before && knownEvidence(before), after && knownEvidence(after));
      },
    });
    // Who was not known when the unit began: the audit then names them.
    const children = childrenOf(resolution);
    await writing.open(permits.map((permit) => ({ permit, subjects: { children } })));
    const suggesting = await reviewsSuggesting(writing, resolution.forgotten);
    if (suggesting.length > 0) {
      const subjects = { kind: 'match-review', keys: suggesting };
      await writing.open(permits.map((permit) => ({ permit, subjects })));
    }
    await this.identities.write(writing, resolution, { council: this.council, sources, today });
    await this.identities.countNames(writing, names.changes);
    return answersTo(records, resolution);
  }
}

/** Whose each record is, in the order given. */
function answersTo(records: readonly PersonEvidence[], resolution: Resolution): ResolvedPerson[] {
  const disputed = new Set(
    resolution.versions.flatMap(({ childId, claim, deletedOn }) =>
      claim?.state === 'DISPUTED' && deletedOn === null ? [childId] : [],
    ),
  );
  const inReview = new Set(resolution.reviews.map(({ childId }) => childId));
  return records.map((record, at) => {
    const childId = resolution.childIds[at] ?? null;
    return {
      childId,
      inReview: childId !== null && inReview.has(childId),
      numberDisputed: childId === null ? resolution.unclear.has(record) : disputed.has(childId),
      deleted: resolution.emptied.has(recordKey(record)),
    };
  });
}

/** Every child that something will be written of. */
function childrenOf({ childIds, aliases, children, forgotten, links, reviews, versions }: Resolution): string[] {
  const ids = [
    ...childIds,
    ...forgotten.map(({ outOf }) => outOf),
    ...aliases.flatMap(({ held, shown }) => [held, shown]),
    ...[...children, ...versions].map(({ childId }) => childId),
    ...links.map(({ into }) => into),
    ...reviews.flatMap(({ candidates }) => candidates.map(({ childId }) => childId)),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}
