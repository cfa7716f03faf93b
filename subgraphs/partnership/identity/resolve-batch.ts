import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { type Golden, goldenOf, kindOf, saysTheSame, type Version } from './golden.js';
import { KnownChildren } from './known-children.js';
import { recordKey } from './person-key.js';
import type { Resolver } from './resolve.js';

/** What a batch of records comes to: whose each is, and what has to be written for it. */
export interface Resolution {
  /** One a record, in the order given. */
  readonly childIds: readonly string[];
  /** Children whose shown facts are new or other than before. */
  readonly children: readonly (Golden & { readonly childId: string })[];
  readonly versions: readonly (Version & { readonly childId: string })[];
  /** Children whom a council or school source names for the first time, and the day they have lived here from. */
  readonly residents: readonly { readonly childId: string; readonly from: string }[];
}

/** What a batch is resolved with. */
export interface ResolveWith {
  readonly resolver: Resolver;
  /** A new child's id. */
  readonly mint: () => string;
  /** Today, ISO date. */
  readonly today: string;
  /** Now, ISO instant. */
  readonly now: string;
}

// A provider takes referrals from other councils' areas too: being on its list says nothing of where a child lives.
const saysResident = ({ source }: PersonEvidence): boolean => kindOf(source) !== 'waiting-list';

/**
 * Resolves records one after another, each against the index and those before it, so that two records of one child
 * in one batch meet as they would in two. Pure but for the ids it mints.
 */
export function resolveBatch(
  records: readonly PersonEvidence[],
  found: readonly { readonly childId: string; readonly records: readonly Version[] }[],
  { resolver, mint, today, now }: ResolveWith,
): Resolution {
  const known = new KnownChildren(found);
  const before = new Map(found.map(({ childId, records: held }) => [childId, held]));
  const changed = new Map<string, Version & { childId: string }>();
  const childIds = records.map((said) => {
    const childId = resolver.decide(said, known.candidates(said)).childId ?? mint();
    const version = known.tell(childId, said, now);
    if (version) changed.set(recordKey(said), { ...version, childId });
    return childId;
  });
  // A file that says two things of one person, in turn, ends where it began when it comes again.
  const versions = [...changed.values()].filter((version) => {
    const held = before.get(version.childId)?.find((one) => recordKey(one) === recordKey(version));
    return !held || !saysTheSame(held, version);
  });
  const touched = [...new Set(versions.map(({ childId }) => childId))];
  const children = touched.flatMap((childId) => {
    const golden = goldenOf(known.of(childId));
    const held = before.get(childId);
    return held && JSON.stringify(goldenOf(held)) === JSON.stringify(golden) ? [] : [{ childId, ...golden }];
  });
  const residents = touched
    .filter((childId) => known.of(childId).some(saysResident) && !(before.get(childId) ?? []).some(saysResident))
    .map((childId) => ({ childId, from: goldenOf(known.of(childId)).dateOfBirth ?? today }));
  return { childIds, children, versions, residents };
}
