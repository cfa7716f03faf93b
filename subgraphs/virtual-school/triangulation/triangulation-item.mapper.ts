import { daysOfWeek, mondayOf } from '../../../platform/code-sets/register-week.js';
import type { Attendance } from '../../../platform/vocabulary/attendance.js';
import { AttendanceWeekState } from '../../../platform/vocabulary/attendance-week-state.js';
import { childWeekId } from '../../../platform/vocabulary/child-week-id.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import type { Tally } from '../../../platform/code-sets/attendance-fell.js';
import { factOf } from './alert-fact.js';
import { schoolDaysSince } from './school-days-since.js';
import type { TrendWeek } from './trend-week.type.js';
import { TriangulationAlertKind } from './triangulation-alert.type.js';
import type { TriangulationItem } from './triangulation-item.type.js';
import { weekState } from './week-state.js';
import type { ListedWeek, ChildWeek, SchoolWeek } from './weekly-list.repository.js';

/** What an item is made of besides the child's week on a plan. */
export interface Around {
  /** The weeks of the trend, the oldest first; the last is the week asked for. */
  readonly mondays: readonly string[];
  readonly today: string;
  /** The child's own weeks of these, those of which anything is known. */
  readonly weeks: readonly ChildWeek[];
  /** The weeks of the child's main school. */
  readonly schoolWeeks: readonly SchoolWeek[];
}

const percentOf = ({ possible, attended }: Tally): number | null =>
  possible === 0 ? null : Math.round((1_000_000 * attended) / possible) / 10_000;

const weeksCompared = 4;

/** An item as clients see it. Every field is named: a new column is never shown by accident. */
export function toItem(row: ListedWeek, around: Around): TriangulationItem {
  const { mondays, weeks } = around;
  const week = mondays.at(-1) ?? '';
  const before = weeks.filter((one) => mondays.slice(-1 - weeksCompared, -1).includes(one.weekBeginning));
  const partTime = weeks.find(({ weekBeginning }) => weekBeginning === week)?.partTime ?? 0;
  const figures = { thisWeek: row, before: sumOf(before), partTime };
  const trend = trendOf(around);
  return {
    id: childWeekId(row.childId, week),
    child: { id: row.childId },
    status: SocialCareStatus[row.status],
    school: row.schoolUrn === null ? null : { urn: row.schoolUrn },
    socialWorkTeam: row.team === '' ? null : row.team,
    thisWeek: trend.at(-1)?.state === AttendanceWeekState.NOT_RECEIVED ? null : attendanceOf(row, week),
    trend,
    lastAttendedOn: row.lastAttendedOn,
    schoolDaysSinceAttended: daysSince(row, week, around),
    alerts: row.alerts.map(({ kind: stored, since }) => {
      const kind = TriangulationAlertKind[stored];
      return { kind, fact: factOf(kind, since, figures), since };
    }),
  };
}

const sumOf = (weeks: readonly Tally[]): Tally => ({
  possible: weeks.reduce((sum, one) => sum + one.possible, 0),
  attended: weeks.reduce((sum, one) => sum + one.attended, 0),
});

const lastDayOf = (monday: string): string => daysOfWeek(monday).at(-1) ?? monday;

/** A week without a mark of the child is judged by the school whose week is asked for. */
function trendOf({ mondays, weeks, schoolWeeks }: Around): TrendWeek[] {
  const own = new Map(weeks.map((one) => [one.weekBeginning, one]));
  const school = new Map(schoolWeeks.map((one) => [one.weekBeginning, one.schoolDays]));
  return mondays.map((weekBeginning) => {
    const held = own.get(weekBeginning) ?? null;
    const state = weekState(held, held?.schoolDays ?? school.get(weekBeginning) ?? null);
    return { weekBeginning, state, attendancePercent: held && percentOf(held) };
  });
}

function attendanceOf(row: ListedWeek, week: string): Attendance {
  const { possible, attended, authorised, unauthorised, late, lastAttendedOn } = row;
  const absent = possible - attended;
  return {
    ...{ from: week, to: lastDayOf(week), possible, attended, late },
    ...{ authorisedAbsence: authorised, unauthorisedAbsence: unauthorised },
    attendancePercent: percentOf(row),
    persistentlyAbsent: possible === 0 ? null : 10 * absent >= possible,
    severelyAbsent: possible === 0 ? null : 2 * absent >= possible,
    lastAttendedOn: lastAttendedOn !== null && lastAttendedOn >= week ? lastAttendedOn : null,
    weeks: [],
  };
}

function daysSince(row: ListedWeek, week: string, { today, schoolWeeks }: Around): number | null {
  if (row.lastAttendedOn === null || row.schoolUrn === null) return null;
  // Of a school none of whose weeks since is known, it is not known either; it is not none.
  const first = mondayOf(row.lastAttendedOn);
  if (!schoolWeeks.some(({ weekBeginning }) => first <= weekBeginning)) return null;
  const end = lastDayOf(week);
  return schoolDaysSince(row.lastAttendedOn, end < today ? end : today, schoolWeeks);
}
