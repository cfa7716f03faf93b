import type { SchoolDays } from '../../../platform/code-sets/school-days.js';
import type { StoredEnrolment } from '../enrolment/stored-enrolment.js';
import { schoolAgeBy, spellsToldBy } from '../suspension/compulsory-schooling.js';
import { toThreshold } from './attendance-threshold.mapper.js';
import type { AttendanceThreshold } from './attendance-threshold.type.js';
import { type Marked, thresholdsOf } from './thresholds-of.js';

/** A child’s registers and rolls. */
export interface MarkedChild extends Marked {
  readonly rolls: readonly StoredEnrolment[];
}

/** The day that is asked about, today, and what is known of the days on which schools were open. */
export interface ToldAt {
  readonly on: string;
  readonly today: string;
  readonly known: Pick<SchoolDays, 'isSchoolDay'>;
}

/** The thresholds that a child’s absence counts towards as at a day, as clients see them. */
export function childThresholds(
  { rolls, ...marked }: MarkedChild,
  { on, today, known }: ToldAt,
): AttendanceThreshold[] {
  const schools = rolls.map(({ school }) => school);
  return thresholdsOf(marked, {
    on,
    isSchoolDay: (urn, day) => known.isSchoolDay(urn, day),
    isOfSchoolAge: schoolAgeBy(spellsToldBy(rolls, today)),
  }).map((one) => toThreshold(one, schools));
}
