import type { Enrolment, Schooling } from '../child.js';
import type { AcademicYear } from '../calendar.js';
import type { School, SchoolKind } from '../area.js';
import type { Random } from '../random.js';
import { dayBetween } from './interval.js';
import { drawPattern } from './attendance-pattern.js';
import type { Involvement } from './involvement.js';
import type { AreaPerson } from './person.js';
import { drawSenNeeds, drawSenProvision } from './sen.js';

export type SchoolsByKind = Readonly<Record<SchoolKind, readonly School[]>>;

/** Where a child is on roll and what the census says of them; null for a child on no roll. A twin goes with its twin. */
export function drawSchooling(
  random: Random,
  person: AreaPerson,
  involvement: Involvement | null,
  schools: SchoolsByKind,
  year: AcademicYear,
  twinAt: School | null,
): Schooling | null {
  if (person.cohort < 3 || random.chance(0.006)) return null;
  const kind = twinAt?.kind ?? drawKind(random, person.cohort, involvement);
  const school = twinAt ?? random.pick(schools[kind]);
  const senProvision = drawSenProvision(random, kind, person.sex, involvement);
  const freeMeals = random.chance(freeMealShare(senProvision, involvement));
  const pattern = drawPattern(random, { kind, cohort: person.cohort, senProvision, freeMeals, involvement, year });
  const current: Enrolment = {
    school,
    ncYear: ncYear(person.cohort),
    status: 'C',
    from: entryDate(random, kind, person.cohort, year.year),
    until: null,
    pattern,
  };
  return {
    enrolments: withOtherRoll(random, current, person, involvement, schools, year),
    senProvision,
    senNeeds: drawSenNeeds(random, senProvision, involvement),
    freeMeals,
    adoptedFromCare: random.chance(0.004) ? 'A' : random.chance(0.003) ? 'G' : 'N',
  };
}

/** The national curriculum year of an age on 31 August. */
function ncYear(cohort: number): string {
  return cohort === 3 ? 'N2' : cohort === 4 ? 'R' : String(cohort - 4);
}

function drawKind(random: Random, cohort: number, involvement: Involvement | null): SchoolKind {
  if (cohort >= 4 && random.chance(involvement === null ? 0.018 : 0.08)) return 'special';
  if (cohort >= 11 && cohort <= 15 && random.chance(involvement === null ? 0.004 : 0.03)) return 'referral-unit';
  if (cohort === 3) return random.chance(0.3) ? 'nursery' : 'primary';
  return cohort <= 10 ? 'primary' : 'secondary';
}

/** National-figures.md §7; children in need are poorer than their classmates. */
function freeMealShare(senProvision: string, involvement: Involvement | null): number {
  if (involvement !== null) return 0.55;
  return senProvision === 'E' ? 0.438 : senProvision === 'K' ? 0.393 : 0.222;
}

function entryDate(random: Random, kind: SchoolKind, cohort: number, year: number): string {
  const firstCohort = { nursery: 3, primary: cohort === 3 ? 3 : 4, secondary: 11, special: 4, 'referral-unit': 11 }[
    kind
  ];
  const started = year - (cohort - firstCohort);
  const joinedLate = started < year && random.chance(kind === 'referral-unit' ? 1 : 0.12);
  return joinedLate
    ? dayBetween(random, `${String(started)}-09-02`, `${String(year)}-07-01`)
    : `${String(started)}-09-01`;
}

/** A move this term, or a pupil of the referral unit who stays on the main school's roll. */
function withOtherRoll(
  random: Random,
  current: Enrolment,
  person: AreaPerson,
  involvement: Involvement | null,
  schools: SchoolsByKind,
  year: AcademicYear,
): readonly Enrolment[] {
  const { kind } = current.school;
  if (kind === 'referral-unit' && random.chance(0.5)) {
    const school = random.pick(schools.secondary);
    const from = `${String(year.year - (person.cohort - 11))}-09-01`;
    const pattern = { absence: current.pattern.absence, elsewhereFrom: current.from };
    return [
      { ...current, school, status: 'M', from, pattern },
      { ...current, status: 'S' },
    ];
  }
  const others = schools[kind].filter((school) => school.urn !== current.school.urn);
  const moves = person.cohort > 4 && random.chance(involvement === 'LOOKED_AFTER' ? 0.1 : 0.018);
  if (!moves || others.length === 0 || year.days.length < 20) return [current];
  const movedOn = random.pick(year.days.slice(5)).date;
  return [
    { ...current, school: random.pick(others), until: movedOn },
    { ...current, from: movedOn },
  ];
}
