import { mondayOf, schoolDays } from './register-week.js';

/** What is known of one school's week: a bit a weekday, Monday = 1. */
export interface KnownSchoolWeek {
  readonly urn: string;
  /** The Monday. */
  readonly weekBeginning: string;
  /** The weekdays of which the school's calendar speaks; 0 where none is held. */
  readonly calendarDays: number;
  /** Of these, those on which it says that the school is open. */
  readonly openDays: number;
  /** The weekdays with any mark but # at the school; null where nothing of its registers is held of the week. */
  readonly markedDays: number | null;
}

/** The days, both inclusive, between which a school's registers tell open days from others. */
interface Marked {
  readonly first: string;
  readonly last: string;
}

interface School {
  readonly weeks: ReadonlyMap<string, KnownSchoolWeek>;
  readonly marked: Marked | null;
}

/**
 * On which days schools are open, as far as it is known. A school day is a weekday on which the school's calendar has it open;
 * where no calendar speaks of the day, a weekday with any mark but # at that school. Registers tell of the days from the
 * first to the last that was marked: a day between without a mark was none. Of any other day it is not known, and what is not
 * known is never told as closed. Source: Education Act 1996 section 579 (a school day is one on which the school has a
 * session); the School Attendance (Pupil Registration) (England) Regulations 2024 (# is a day on which it is closed).
 */
export class SchoolDays {
  private readonly schools: ReadonlyMap<string, School>;

  constructor(weeks: readonly KnownSchoolWeek[]) {
    const bySchool = new Map(weeks.map(({ urn }) => [urn, [] as KnownSchoolWeek[]]));
    for (const week of weeks) bySchool.get(week.urn)?.push(week);
    this.schools = new Map([...bySchool].map(([urn, own]) => [urn, schoolOf(own)]));
  }

  /** Whether a school is open on a day; null where it is not known. Saturdays and Sundays are no school days. */
  isSchoolDay(urn: string, on: string): boolean | null {
    const monday = mondayOf(on);
    const weekday = schoolDays(monday).indexOf(on);
    if (weekday === -1) return false;
    const { weeks, marked } = this.schools.get(urn) ?? { weeks: new Map<string, KnownSchoolWeek>(), marked: null };
    const week = weeks.get(monday);
    if (week && has(week.calendarDays, weekday)) return has(week.openDays, weekday);
    if (marked === null || on < marked.first || on > marked.last) return null;
    return has(week?.markedDays ?? 0, weekday);
  }
}

const has = (days: number, weekday: number): boolean => (days & (1 << weekday)) !== 0;

function schoolOf(weeks: readonly KnownSchoolWeek[]): School {
  return { weeks: new Map(weeks.map((week) => [week.weekBeginning, week])), marked: markedOf(weeks) };
}

/** A week of # alone tells of all its days; of another, the days before its first and after its last mark are left open. */
function markedOf(weeks: readonly KnownSchoolWeek[]): Marked | null {
  const told = weeks
    .filter(({ markedDays }) => markedDays !== null)
    .sort((a, b) => (a.weekBeginning < b.weekBeginning ? -1 : 1));
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return null;
  return { first: openOf(first)[0] ?? first.weekBeginning, last: openOf(last).at(-1) ?? lastDayOf(last) };
}

const openOf = ({ weekBeginning, markedDays }: KnownSchoolWeek): string[] =>
  schoolDays(weekBeginning).filter((_, weekday) => has(markedDays ?? 0, weekday));

const lastDayOf = ({ weekBeginning }: KnownSchoolWeek): string => schoolDays(weekBeginning).at(-1) ?? weekBeginning;
