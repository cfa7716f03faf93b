import type { EntityManager } from 'typeorm';
import { emit, relate, type Related } from '../../../../platform/db/consequences.js';
import { groupBy } from '../../../../platform/graphql/batch.js';
import type { ResolvedRecord, Written } from '../../../../platform/ingest/ingest-source.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import { type HeldEnrolment, untilOf } from '../held-enrolment.js';
import { RollRepository } from '../roll.repository.js';
import type { EnrolmentFact } from './fact.js';
import { planRoll } from './plan.js';

/** Writes rolls; the school of each comes to know the child from the entry until the leaving, and not a day longer. */
export async function writeRolls(
  manager: EntityManager,
  records: readonly ResolvedRecord<EnrolmentFact>[],
): Promise<Written> {
  const byChild = groupBy(records, ({ childId }) => childId ?? '');
  const rolls = new RollRepository(manager);
  const today = await rolls.begin();
  const held = await rolls.ofChildren([...byChild.keys()]);
  const plans = [...byChild].map(([childId, of]) => {
    const facts = of.flatMap((record) => record.facts);
    return { childId, facts: facts.length, ...planRoll(childId, held.get(childId) ?? [], facts, today) };
  });
  const changed = plans.flatMap((plan) => plan.changed);
  await rolls.save(changed);
  await relate(manager, Domain.EDUCATION, 'T2', changed.flatMap(onRoll));
  const touched = plans.filter((plan) => plan.changed.length > 0).map(({ childId }) => childId);
  await emit(manager, Domain.EDUCATION, 'roll-changed', touched);
  const written = plans.reduce((sum, { factsWritten }) => sum + factsWritten, 0);
  return { written, unchanged: plans.reduce((sum, { facts }) => sum + facts, 0) - written };
}

// A register alone makes nobody a school of the child.
function onRoll(enrolment: HeldEnrolment): Related[] {
  if (enrolment.status === 'UNKNOWN') return [];
  const { id, childId, urn, entryOn } = enrolment;
  const until = untilOf(enrolment);
  return [{ childId, grantee: `org:${urn}`, basis: 'SCHOOL_ROLL', reference: id, from: entryOn, until }];
}
