import type { Related } from '../../../platform/db/consequences.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { type HeldEnrolment, untilOf } from './held-enrolment.js';
import { RollRepository } from './roll.repository.js';

/** Saves enrolments that changed, with what follows: who knows the child by them, and who is to hear of it. */
export async function writeEnrolments(writing: Writing, changed: readonly HeldEnrolment[]): Promise<void> {
  await new RollRepository(writing).save(changed);
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
