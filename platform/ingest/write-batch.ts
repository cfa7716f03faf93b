import { Permit } from '../access/permit.js';
import type { Gathered } from './gather.js';
import type { IngestCounts } from './ingest-counts.js';
import type { IngestOptions } from './ingest-options.js';
import type { ResolvedRecord } from './ingest-source.js';
import type { FileSurvey } from './file-survey.js';
import type { Fault, Omission, PersonEvidence, Place, Rejection, ResolvedPerson } from './record.js';

/** The record was deleted because its source asked for it: the next file does not bring it back. */
const deletedBySource = (place: Place): Rejection => ({
  ...place,
  rule: 'deleted-by-source',
  reason: 'The record was deleted because its source asked for it.',
  whole: true,
});

/** The record is taken without its number, which is a part of it. */
const numberDisputed = (place: Place): Omission => ({
  ...place,
  rule: 'number-disputed',
  reason: 'Its source gives its number to somebody else, too: neither holds it until a person has decided.',
  whole: false,
});

/** Which of two people it is of, it does not say. */
const notTold = (place: Place): Rejection => ({
  ...place,
  rule: 'number-disputed',
  reason: 'Its source gives its number to two people, and it does not say which of them it is of.',
  whole: true,
});

interface Settled {
  readonly records: readonly ResolvedRecord<unknown>[];
  readonly resolved: readonly ResolvedPerson[];
  readonly faults: readonly Fault[];
}

/**
 * Resolves and writes one batch, in a unit of its own, and counts what came of it; a dry run goes the same way and
 * undoes it. Returns what only the partnership could say of it: records that came back after their deletion, and
 * numbers that two people were given.
 */
export async function writeBatch(
  options: IngestOptions,
  { people }: Gathered<unknown>,
  counts: IngestCounts,
  survey: Pick<FileSurvey<unknown>, 'isShared'>,
): Promise<readonly Fault[]> {
  const { records, resolved, faults } = await settle(options, people, survey);
  counts.review += resolved.filter(({ inReview }) => inReview).length;
  const caller = await options.caller();
  const children = [...new Set(resolved.flatMap(({ childId }) => childId ?? []))];
  const named = options.source.alsoOf?.(people.flatMap(({ facts }) => facts));
  const asked = options.source.tiers.flatMap((tier) => {
    const permit = Permit.forSystem(caller, { holder: options.domain, tier, act: 'WRITE', operation: 'ingest' });
    return [{ permit, subjects: { children } }, ...(named ? [{ permit, subjects: named }] : [])];
  });
  const unit = options.writes(caller);
  const { written, unchanged } = await (options.dryRun ? unit.rehearse.bind(unit) : unit.run.bind(unit))(
    asked,
    (writing) => options.source.write(writing, records),
  );
  counts.written += written;
  counts.unchanged += unchanged;
  return faults;
}

async function settle(
  { resolve, dryRun }: IngestOptions,
  people: Gathered<unknown>['people'],
  survey: Pick<FileSurvey<unknown>, 'isShared'>,
): Promise<Settled> {
  const isShared = ({ source, sourceKey }: PersonEvidence, places: readonly Place[]): boolean =>
    places.some(({ file }) => survey.isShared(file, source, sourceKey));
  const known = people.flatMap(({ person, places }): PersonEvidence[] =>
    person ? [{ ...person, keyIsShared: isShared(person, places) }] : [],
  );
  const resolved = known.length > 0 ? await resolve(known, { trial: dryRun ?? false }) : [];
  const faults: Fault[] = [];
  let next = 0;
  const records = people.flatMap(({ person, facts, places }): ResolvedRecord<unknown>[] => {
    if (!person) return [{ childId: null, facts, deleted: false }];
    const whose = resolved[next++];
    if (whose?.numberDisputed)
      faults.push(...places.map((place) => (whose.childId === null ? notTold(place) : numberDisputed(place))));
    if (whose?.childId != null) return [{ childId: whose.childId, facts, deleted: whose.deleted }];
    if (whose?.numberDisputed !== true) faults.push(...places.map(deletedBySource));
    return [];
  });
  return { records, resolved, faults };
}
