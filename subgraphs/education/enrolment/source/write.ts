import type { Writing } from '../../../../platform/db/write-unit.js';
import { groupBy } from '../../../../platform/record/batch.js';
import type { ResolvedRecord, Written } from '../../../../platform/ingest/ingest-source.js';
import { writeEnrolments } from '../write-enrolments.js';
import { RollRepository } from '../roll.repository.js';
import type { EnrolmentFact } from './fact.js';
import { planRoll } from './plan.js';

/** Writes rolls; the school of each comes to know the child from the entry until the leaving, and not a day longer. */
export async function writeRolls(
  writing: Writing,
  records: readonly ResolvedRecord<EnrolmentFact>[],
): Promise<Written> {
  const byId = groupBy(records, ({ childId }) => childId ?? '');
  const rolls = new RollRepository(writing);
  const moment = await rolls.begin();
  const plans = (await rolls.ofChildren([...byId.keys()])).map(({ ids, enrolments }) => {
    const told = ids.map((childId) => ({ childId, facts: (byId.get(childId) ?? []).flatMap(({ facts }) => facts) }));
    return planRoll(enrolments, told, moment);
  });
  await writeEnrolments(
    writing,
    plans.flatMap(({ changed }) => changed),
  );
  const written = plans.reduce((sum, { factsWritten }) => sum + factsWritten, 0);
  return { written, unchanged: records.reduce((sum, { facts }) => sum + facts.length, 0) - written };
}
