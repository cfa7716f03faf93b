import type { School, Worker } from '../area.js';
import type { AcademicYear } from '../calendar.js';
import type { PersonRecord, SampleChild, Schooling } from '../child.js';
import { addDays, onWeekday } from '../dates.js';
import { nhsNumber } from '../identifiers.js';

/** A child who is in every area, with the same identifiers whatever the number of children and the seed. */
export interface Story {
  readonly title: string;
  /** What is true of the child at the as-at date, and what the story is there to show. */
  readonly situation: string;
  readonly child: SampleChild;
}

/** The ground the stories stand on: the schools and workers every area has, and the day the area is seen. */
export interface Ground {
  readonly asAt: string;
  readonly year: AcademicYear;
  readonly primary: School;
  readonly secondary: School;
  readonly referralUnit: School;
  readonly workers: readonly Worker[];
}

/** A story child's fields with what most of them share: one record all agencies agree on, and nothing held. */
export function storyChild(
  key: string,
  record: PersonRecord,
  held: Partial<SampleChild> & Pick<SampleChild, 'sex'>,
): SampleChild {
  return {
    key,
    ethnicity: 'WBRI',
    preferredForename: '',
    formerSurname: '',
    formerUpn: '',
    expectedDob: null,
    atSchool: record,
    inCare: record,
    inHealth: record,
    schooling: null,
    socialCare: null,
    waits: [],
    peps: [],
    ...held,
  };
}

/** On one roll since the September a child of that year group starts the school, missing an even share of sessions. */
export function onRoll(
  school: School,
  ncYear: string,
  from: string,
  absence: number,
  more: Partial<Omit<Schooling, 'enrolments'>> = {},
): Schooling {
  return {
    enrolments: [{ school, ncYear, status: 'C', from, until: null, pattern: { absence, even: true } }],
    senProvision: 'N',
    senNeeds: [],
    freeMeals: false,
    adoptedFromCare: 'N',
    ...more,
  };
}

/** An NHS number kept for a story child: the first valid one of its own ten. */
export function storyNhsNumber(story: number): string {
  for (let serial = story * 10; ; serial++) {
    const number = nhsNumber(serial);
    if (number !== null) return number;
  }
}

/** Days before the as-at date, moved on from a weekend: no conference or order falls on one. */
export function weekdayBefore(asAt: string): (days: number) => string {
  return (days) => onWeekday(addDays(asAt, -days));
}
