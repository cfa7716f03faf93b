import type { Related } from '../../../platform/db/consequences.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { type HeldEnrolment, untilOf } from './held-enrolment.js';
import { StaleWeekRepository } from '../school-week/stale-week.repository.js';
import { RollRepository } from './roll.repository.js';

/** Saves enrolments that changed, with what follows: whose totals change, who knows the child by them, who is to hear of it. */
export async function writeEnrolments(writing: Writing, changed: readonly HeldEnrolment[]): Promise<void> {
  await new RollRepository(writing).save(changed);
  await new StaleWeekRepository(writing).ofRolls([...new Set(changed.map(({ urn }) => urn))]);
  await writing.relate('T2', changed.flatMap(onRoll));
  const touched = changed.map(({ childId }) => childId);
  await writing.emit('roll-changed', touched);
}

// A register alone makes nobody a school of the child.
function onRoll(enrolment: HeldEnrolment): Related[] {
  if (enrolment.status === 'UNKNOWN') return [];
  const { id, childId, urn, from } = enrolment;
  const until = untilOf(enrolment);
  return [{ childId, grantee: `org:${urn}`, basis: 'SCHOOL_ROLL', reference: id, from, until }];
}
