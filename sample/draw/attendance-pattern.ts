import type { SchoolKind } from '../area.js';
import type { AcademicYear } from '../calendar.js';
import type { AttendancePattern } from '../child.js';
import type { Random } from '../random.js';
import type { Involvement } from './involvement.js';

interface Pupil {
  readonly kind: SchoolKind;
  readonly cohort: number;
  readonly senProvision: 'N' | 'K' | 'E';
  readonly freeMeals: boolean;
  readonly involvement: Involvement | null;
  readonly year: AcademicYear;
}

/** Share persistently absent (a tenth of sessions or more). Source: national-figures.md §1. */
const persistentByKind: Readonly<Record<SchoolKind, number>> = {
  nursery: 0.2,
  primary: 0.115,
  secondary: 0.215,
  special: 0.33,
  'referral-unit': 0.85,
};
/** The same of children with a social worker: higher on a plan, lower looked after. Source: §4. */
const persistentByInvolvement: Partial<Readonly<Record<Involvement, number>>> = {
  CHILD_PROTECTION: 0.56,
  CHILD_IN_NEED: 0.47,
  ASSESSMENT: 0.42,
  LOOKED_AFTER: 0.2,
};
/** How much school this pupil misses and why, by what makes absence likelier. */
export function drawPattern(random: Random, pupil: Pupil): AttendancePattern {
  const compulsory = pupil.cohort >= 5 && pupil.cohort <= 15;
  const troubled = pupil.involvement !== null || pupil.senProvision !== 'N';
  const partTime = compulsory && random.chance(pupil.kind === 'special' ? 0.015 : troubled ? 0.01 : 0.001);
  return {
    absence: drawAbsence(random, persistentShare(pupil)),
    ...(partTime && { partTime: { from: random.pick(pupil.year.days).date, until: null } }),
    ...(pupil.cohort === 3 && { mornings: true }),
  };
}

function persistentShare(pupil: Pupil): number {
  const known = pupil.involvement === null ? undefined : persistentByInvolvement[pupil.involvement];
  const ofKind = persistentByKind[pupil.kind];
  if (known !== undefined) return Math.max(known, pupil.kind === 'referral-unit' ? ofKind : 0);
  const meals = pupil.freeMeals ? 1.5 : 0.8;
  const need = pupil.senProvision === 'N' ? 0.9 : 1.4;
  return Math.min(0.95, ofKind * meals * (pupil.kind === 'special' ? 1 : need));
}

/** Most miss a day here and there; of the persistently absent about one in eight misses half or more. */
function drawAbsence(random: Random, persistent: number): number {
  if (!random.chance(persistent)) return 0.07 * random.next() * Math.sqrt(random.next());
  if (random.chance(0.12)) return 0.5 + 0.45 * random.next();
  return Math.min(0.49, 0.115 - 0.07 * Math.log(1 - random.next()));
}
