import { openDays, type AcademicYear } from './calendar.js';
import type { AttendancePattern, Enrolment } from './child.js';
import type { Random } from './random.js';
import { suspendedSessions } from './suspension.js';

/** One pupil-day of a register. */
export interface DayMarks {
  readonly date: string;
  readonly am: string;
  readonly pm: string;
}

/** Why a day or more is missed, with the school days it lasts; half of those who miss much have no reason accepted. */
const spells: readonly (readonly [spell: readonly [code: string, days: number], weight: number])[] = [
  [['I', 1], 22],
  [['I', 2], 18],
  [['I', 3], 9],
  [['I', 5], 3],
  [['O', 1], 13],
  [['O', 2], 6],
  [['C', 1], 4],
  [['G', 5], 3],
  [['R', 1], 1],
  [['T', 5], 0.1],
];
const meanSpell = 1.75;
const longSpells: typeof spells = [
  [['O', 3], 40],
  [['I', 3], 25],
  [['O', 5], 20],
  [['C', 2], 5],
];
const meanLongSpell = 3.4;
/** Sessions missed one at a time, in turn, by children whose absence is spread evenly. */
const evenCodes = ['I', 'I', 'M', 'I', 'O', 'I', 'U'];

/** The register of one enrolment, day by day to the as-at date; nothing before the first day on roll or after the last. */
export function* marksOf(enrolment: Enrolment, year: AcademicYear, random: Random): Generator<DayMarks> {
  const { pattern, from, until } = enrolment;
  const suspended = suspendedSessions(pattern.suspensions ?? [], year);
  const unexplained = runs(pattern.unexplained ? [pattern.unexplained] : [], year);
  const missedDays = missedByDay(pattern, year, random);
  for (const [index, { date, closed }] of year.days.entries()) {
    if (date < from || (until !== null && date >= until)) continue;
    if (closed) yield { date, am: '#', pm: '#' };
    else if (pattern.elsewhereFrom !== undefined && pattern.elsewhereFrom <= date) yield { date, am: 'D', pm: 'D' };
    else {
      const [am, pm] = suspended.get(date) ?? [null, null];
      const marks: DayMarks = unexplained.has(date)
        ? { date, am: 'N', pm: 'N' }
        : am !== null && pm !== null
          ? { date, am, pm }
          : { date, ...openDay(pattern, date, missedDays(index), random) };
      yield { date, am: am ?? marks.am, pm: pm ?? marks.pm };
    }
  }
}

/** The marks of a day the school is open: `missed` gives the code of each session missed, or null where present. */
function openDay(
  pattern: AttendancePattern,
  date: string,
  missed: readonly [am: string | null, pm: string | null],
  random: Random,
): Omit<DayMarks, 'date'> {
  const { partTime } = pattern;
  const halfDay = partTime && partTime.from <= date && (partTime.until === null || date < partTime.until);
  const present = pattern.even ? wholeDay : random.weighted(presentDays);
  return {
    am: missed[0] ?? present[0],
    pm: pattern.mornings ? 'X' : halfDay ? 'C2' : (missed[1] ?? present[1]),
  };
}

type DayCodes = readonly [am: string, pm: string];
const wholeDay: DayCodes = ['/', '\\'];
/** Days in school, of 1,000, with their late arrivals, visits, other sites and appointments: national-figures.md §2. */
const presentDays: readonly (readonly [codes: DayCodes, weight: number])[] = [
  [wholeDay, 955],
  [['L', '\\'], 27],
  [['V', 'V'], 8],
  [['P', 'P'], 1.5],
  [['B', 'B'], 3],
  [['M', '\\'], 1.5],
  [['/', 'M'], 1],
  [['U', '\\'], 3],
];

/** A function from a school day's place in the year to the codes of its missed sessions, called once a day, in order. */
function missedByDay(
  pattern: AttendancePattern,
  year: AcademicYear,
  random: Random,
): (index: number) => readonly [string | null, string | null] {
  if (pattern.even) return evenly(pattern.absence);
  const [choices, mean] = pattern.absence > 0.3 ? [longSpells, meanLongSpell] : [spells, meanSpell];
  // Days are spells of `mean` length with gaps between: this start rate makes the missed share come out as asked.
  const startShare = pattern.absence / (pattern.absence + mean * (1 - pattern.absence));
  let left = 0;
  let code = '';
  return (index) => {
    if (left === 0 && random.chance(startShare)) [code, left] = random.weighted(choices);
    if (left === 0) return [null, null];
    left--;
    // N must be replaced within five school days, so only the newest absences still carry it.
    const shown = code === 'O' && !year.over && index >= year.days.length - 4 && random.chance(0.5) ? 'N' : code;
    return [shown, shown];
  };
}

/** Sessions missed at even steps, so that the share missed stays as asked on every day of the year. */
function evenly(absence: number): (index: number) => readonly [string | null, string | null] {
  let session = 0;
  const missed = (): string | null => {
    const before = Math.round(session * absence);
    session++;
    return Math.round(session * absence) > before ? (evenCodes[before % evenCodes.length] ?? 'I') : null;
  };
  return () => [missed(), missed()];
}

/** So many school days from each first one on. */
function runs(
  spans: readonly { readonly from: string; readonly schoolDays: number }[],
  year: AcademicYear,
): ReadonlySet<string> {
  const open = openDays(year);
  return new Set(
    spans.flatMap(({ from, schoolDays }) => {
      if (from < year.startsOn) return [];
      const first = open.findIndex((date) => date >= from);
      return first < 0 ? [] : open.slice(first, first + schoolDays);
    }),
  );
}
