import { schoolsFor, workersFor, type School } from './area.js';
import { academicYearBefore, academicYearOf } from './calendar.js';
import type { SampleChild } from './child.js';
import { drawChild, type Area } from './draw/child.js';
import { lastTerms } from './draw/peps.js';
import { PlanWeek } from './draw/plan-week.js';
import { drawPerson, drawTwin } from './draw/person.js';
import type { SchoolsByKind } from './draw/schooling.js';
import { SuspensionCases } from './draw/suspension-cases.js';
import { Identifiers } from './identifiers.js';
import { Random } from './random.js';

/** Entries 1 to 99 of each provider are the story children's. */
const firstOpenRef = 100;

/** As many children as asked, one after another: none is kept, so memory does not grow with the area. */
export function* areaChildren(children: number, seed: number, asAt: string, areaSize: number): Generator<SampleChild> {
  const area = areaOf(areaSize, asAt);
  const planWeek = new PlanWeek(asAt, area.workers);
  const cases = new SuspensionCases(area.year);
  for (let made = 0; made < children; made++) {
    const random = new Random(seed, made);
    const person = drawPerson(random, area.year.year);
    const first = drawChild(random, `${String(seed)}:${String(made)}`, person, area, null);
    yield planWeek.of(cases.of(first));
    if (made + 1 < children && random.chance(0.015)) {
      made++;
      const twin = drawTwin(random, person);
      const school = first.schooling?.enrolments.at(-1)?.school ?? null;
      yield planWeek.of(cases.of(drawChild(random, `${String(seed)}:${String(made)}`, twin, area, school)));
    }
  }
}

function areaOf(children: number, asAt: string): Area {
  const refs = new Map<string, number>();
  const year = academicYearOf(asAt);
  return {
    asAt,
    year,
    years: [academicYearBefore(asAt), year],
    terms: lastTerms(asAt),
    schools: byKind(schoolsFor(children)),
    workers: workersFor(children),
    identifiers: new Identifiers(),
    nextRef: ({ provider: { ods } }) => {
      const next = (refs.get(ods) ?? firstOpenRef) + 1;
      refs.set(ods, next);
      return `${ods}-${String(next).padStart(6, '0')}`;
    },
  };
}

function byKind(schools: readonly School[]): SchoolsByKind {
  const of = (kind: School['kind']): readonly School[] => schools.filter((school) => school.kind === kind);
  return {
    primary: of('primary'),
    secondary: of('secondary'),
    special: of('special'),
    'referral-unit': of('referral-unit'),
    nursery: of('nursery'),
  };
}
