import type { SchoolDays } from '../../../platform/code-sets/school-days.js';
import type { AttentionFact } from '../../../platform/vocabulary/attention-fact.js';
import type { StoredEnrolment } from '../enrolment/stored-enrolment.js';
import { schoolAgeBy, spellsToldBy } from '../suspension/compulsory-schooling.js';
import { expectedDays } from '../suspension/expected-days.js';
import { oneOfEach } from '../suspension/one-of-each.js';
import type { StoredSuspension } from '../suspension/suspension.repository.js';
import { suspensionAttention } from './suspension-attention.js';

/** What is held of a child whose suspensions may need attention. */
interface SuspendedChild {
  readonly stored: readonly StoredSuspension[];
  readonly rolls: readonly StoredEnrolment[];
}

const main: readonly string[] = ['CURRENT', 'CURRENT_MAIN'];

/** After all that rolls told. */
const IN_THE_END = '9899-12-31';

/**
 * What of a child’s suspensions needs attention. A day of which nothing is known is taken for a school day from the first
 * suspension on where it is a weekday: so what is owed is told no later than it falls, and the same on whatever day it is told.
 */
export function suspendedChild(
  { stored, rolls }: SuspendedChild,
  known: Pick<SchoolDays, 'isSchoolDay'>,
): AttentionFact[] {
  const suspensions = oneOfEach(stored);
  const [first] = suspensions.map(({ startedOn }) => startedOn).sort();
  if (first === undefined) return [];
  return suspensionAttention(suspensions, {
    isSchoolDay: expectedDays(known, first),
    isOfSchoolAge: schoolAgeBy(spellsToldBy(rolls, IN_THE_END)),
    nextRollAfter: (urn, on) =>
      rolls
        .filter(({ school, status, from }) => school.urn !== urn && main.includes(status) && from > on)
        .map(({ from }) => from)
        .sort()[0] ?? null,
  });
}
