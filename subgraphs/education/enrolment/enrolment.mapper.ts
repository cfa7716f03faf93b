import { toSchool } from '../school/school.mapper.js';
import type { Enrolment } from './enrolment.type.js';
import type { StoredEnrolment } from './stored-enrolment.js';

/** An enrolment as clients see it. */
export function toEnrolment(stored: StoredEnrolment): Enrolment {
  return {
    school: toSchool(stored.school),
    yearGroup: stored.yearGroup,
    from: stored.from,
    until: stored.until,
    status: stored.status,
  };
}
