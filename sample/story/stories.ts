import { schoolsFor, workersFor, type School } from '../area.js';
import { academicYearOf } from '../calendar.js';
import { adopted } from './adopted.js';
import { allFive } from './all-five.js';
import { atSchool } from './at-school.js';
import type { Story } from './story.js';
import { withAPlan } from './with-a-plan.js';

/** The fixed story children, first of every area; only their dates move with `asAt`. */
export function stories(asAt: string): readonly Story[] {
  const [primary, secondary, , referralUnit] = schoolsFor(0) as readonly [School, School, School, School];
  const ground = { asAt, year: academicYearOf(asAt), primary, secondary, referralUnit, workers: workersFor(0) };
  return [allFive(ground), ...withAPlan(ground), ...atSchool(ground), ...adopted(ground)];
}
