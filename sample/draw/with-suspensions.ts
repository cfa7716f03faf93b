import { openDays, type AcademicYear } from '../calendar.js';
import type { Enrolment, Schooling } from '../child.js';
import type { Random } from '../random.js';
import type { Suspension } from '../suspension.js';
import type { SchoolsByKind } from './schooling.js';
import { drawSuspensions, likelier, sixthDay, type SuspendablePupil } from './suspensions.js';

/** Where and when pupils may be suspended. */
export interface SuspensionGround {
  readonly schools: SchoolsByKind;
  /** Oldest first. */
  readonly years: readonly AcademicYear[];
}

/** Share of secondary pupils permanently excluded in a year. Source: national-figures.md §5, 2023/24. */
const excludedShare = 0.0025;
/** School days from the exclusion until the pupil's name leaves the roll. */
const untilOffRoll = 15;

/** A child's schooling with the suspensions of each roll, and for a few a permanent exclusion, after which another school goes on. */
export function withSuspensions(
  random: Random,
  schooling: Schooling,
  pupil: SuspendablePupil,
  { schools, years }: SuspensionGround,
): Schooling {
  const rolls = years.reduceRight<readonly Enrolment[]>(
    (enrolments, year) => excludedIn(random, enrolments, pupil, year, schools),
    schooling.enrolments,
  );
  return { ...schooling, enrolments: rolls.map((roll) => suspendedAt(random, roll, pupil, years)) };
}

function suspendedAt(
  random: Random,
  roll: Enrolment,
  pupil: SuspendablePupil,
  years: readonly AcademicYear[],
): Enrolment {
  const { pattern } = roll;
  const forGood = pattern.suspensions ?? [];
  const until = forGood[0]?.from ?? pattern.elsewhereFrom ?? roll.until;
  const suspensions = [...drawSuspensions(random, pupil, { ...roll, until }, years), ...forGood];
  return suspensions.length === 0 ? roll : { ...roll, pattern: { ...pattern, suspensions } };
}

/** A pupil of one secondary school who may be excluded for good in the year, and goes on at a pupil referral unit. */
function excludedIn(
  random: Random,
  enrolments: readonly Enrolment[],
  pupil: SuspendablePupil,
  year: AcademicYear,
  schools: SchoolsByKind,
): readonly Enrolment[] {
  const [only] = enrolments;
  const excluded = random.chance(excludedShare * likelier(pupil));
  const place = random.int(0, 180);
  const unit = random.pick(schools['referral-unit']);
  const open = openDays(year);
  const [from, offRollOn] = [open[place], open[place + untilOffRoll]];
  if (!excluded || !only || enrolments.length > 1 || only.school.kind !== 'secondary' || pupil.cohort > 15)
    return enrolments;
  if (from === undefined || offRollOn === undefined || from < only.from) return enrolments;
  const forGood: Suspension = {
    ...{ category: 'PERM', from, session: 'AM', length: 0, reasons: ['PA'] },
    provision: { on: open[place + sixthDay] ?? offRollOn, provider: unit.name },
  };
  return [
    { ...only, until: offRollOn, pattern: { ...only.pattern, suspensions: [forGood] } },
    { ...only, school: unit, from: offRollOn },
  ];
}
