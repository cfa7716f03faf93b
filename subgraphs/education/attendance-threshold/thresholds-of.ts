import { countsInLife, hasDied } from '../../../platform/access/lifetime.js';
import { academicYear, academicYearToDate } from '../../../platform/code-sets/academic-year.js';
import { unpackWeek } from '../../../platform/code-sets/marks.js';
import { mondayOf, nextMonday, schoolDays } from '../../../platform/code-sets/register-week.js';
import { isOnRoll, sessionsOf } from '../../../platform/code-sets/sessions.js';
import type { PackedWeek } from '../attendance/packed-week.js';
import { daysOfIllness } from './days-of-illness.js';
import { daysRunning } from './days-running.js';
import { isUnauthorised, type PupilDay, pupilDays } from './pupil-days.js';
import type { Standing } from './standing.js';
import { unauthorisedInTenWeeks } from './ten-school-weeks.js';
import { AttendanceThresholdKind } from './threshold-kind.js';
import { thresholdRules } from './threshold-rule.js';

const { TEN_SESSIONS_UNAUTHORISED, TEN_DAYS_UNAUTHORISED, FIFTEEN_DAYS_ILL, TWO_DAYS_UNEXPLAINED } =
  AttendanceThresholdKind;

/** A threshold that a child’s absence from a school counts towards. */
export interface Threshold extends Standing {
  readonly kind: AttendanceThresholdKind;
  readonly urn: string;
  /** School days of its time, on the roll, of which no mark of the child is held. They are counted as nothing. */
  readonly unmarkedDays: number;
}

/** A child’s registers, and what else decides what they come to. */
export interface Marked {
  readonly weeks: readonly PackedWeek[];
  readonly diedOn: string | null;
}

export interface AsAt {
  readonly on: string;
  /** Null where it is not known. */
  readonly isSchoolDay: (urn: string, on: string) => boolean | null;
  /** Whether the child was of compulsory school age still, which the returns and notices are about. */
  readonly isOfSchoolAge: (urn: string, on: string) => boolean;
}

const noReason = 'N';

/**
 * The first day of which marks are looked at, to tell how thresholds stand on a day: of the school year before, for ten school
 * weeks, and days that run on, may reach back over a summer.
 */
export const lookedBackTo = (on: string): string => `${String(Number(academicYear(on).slice(0, 4)) - 1)}-09-01`;

/**
 * Every threshold that a child’s absence counts towards as at a day, school by school, by kind and by the school’s number. A
 * session counts once, at the school whose mark prevailed. None of a child who has died.
 */
export function thresholdsOf({ weeks, diedOn }: Marked, asAt: AsAt): Threshold[] {
  const { on } = asAt;
  if (hasDied(diedOn, on)) return [];
  const since = lookedBackTo(on);
  const registers = weeks.map(({ weekBeginning, schoolUrn, onRoll, marks }) => {
    return { weekBeginning, schoolUrn, onRoll, codes: unpackWeek(marks) };
  });
  const sessions = sessionsOf(registers, (day) => since <= day && day <= on && countsInLife(day, diedOn));
  const marked = new Set(sessions.map((one) => one.on));
  return [...pupilDays(sessions)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([urn, days]) =>
      standingsAt(urn, days, asAt).map(([kind, standing]) => ({
        ...standing,
        ...{ kind, urn, unmarkedDays: unmarkedDays(urn, standing, { weeks, marked, ...asAt }) },
      })),
    );
}

function standingsAt(
  urn: string,
  days: readonly PupilDay[],
  { on, isSchoolDay, isOfSchoolAge }: AsAt,
): [AttendanceThresholdKind, Standing][] {
  const year = academicYearToDate(on);
  const owed = days.filter((day) => isOfSchoolAge(urn, day.on));
  const limitOf = (kind: AttendanceThresholdKind): number => thresholdRules[kind].limit;
  const running = (kind: AttendanceThresholdKind, of: readonly PupilDay[], isOne: (day: PupilDay) => boolean) =>
    daysRunning(of, { limit: limitOf(kind), isOne, since: year.from });
  const begun = weeksBegun(days, { from: lookedBackTo(on), to: on }, (day) => isSchoolDay(urn, day));
  const standings: [AttendanceThresholdKind, Standing | null][] = [
    [TEN_SESSIONS_UNAUTHORISED, unauthorisedInTenWeeks(owed, begun, on, limitOf(TEN_SESSIONS_UNAUTHORISED))],
    [TEN_DAYS_UNAUTHORISED, running(TEN_DAYS_UNAUTHORISED, owed, ({ codes }) => codes.every(isUnauthorised))],
    [FIFTEEN_DAYS_ILL, daysOfIllness(owed, year, limitOf(FIFTEEN_DAYS_ILL))],
    [TWO_DAYS_UNEXPLAINED, running(TWO_DAYS_UNEXPLAINED, days, ({ codes }) => codes.includes(noReason))],
  ];
  return standings.flatMap(([kind, standing]) => (standing ? [[kind, standing]] : []));
}

/** The first school day of each school week: as is known of the school, and where the child could attend it was open. */
function weeksBegun(
  days: readonly PupilDay[],
  { from, to }: { readonly from: string; readonly to: string },
  isOpen: (day: string) => boolean | null,
): string[] {
  const attended = new Set(days.map(({ on }) => on));
  const begun: string[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = nextMonday(monday)) {
    const first = schoolDays(monday).find(
      (day) => from <= day && day <= to && (isOpen(day) === true || attended.has(day)),
    );
    if (first !== undefined) begun.push(first);
  }
  return begun;
}

type AllMarks = Pick<Marked, 'weeks'> & Pick<AsAt, 'isSchoolDay'> & { readonly marked: ReadonlySet<string> };

/** Nothing is known of them, so that what is counted may be more. */
function unmarkedDays(urn: string, { from, to }: Standing, { weeks, marked, isSchoolDay }: AllMarks): number {
  const onRoll = weeks.find(({ schoolUrn }) => schoolUrn === urn)?.onRoll ?? null;
  let count = 0;
  for (let monday = mondayOf(from); monday <= to; monday = nextMonday(monday))
    for (const day of schoolDays(monday))
      if (from <= day && day <= to && !marked.has(day) && isOnRoll(onRoll, day) && isSchoolDay(urn, day) === true)
        count += 1;
  return count;
}
