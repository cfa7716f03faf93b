import { exactPercent } from '../../../platform/figures/exact-percent.js';
import type { Comparator } from '../../../platform/vocabulary/comparator.js';
import type { CohortAttendanceGroup } from './cohort-attendance.type.js';
import type { GroupRow } from './group-row.js';

/** A group as it is told, but for what is asked beside it. */
export type ToldGroup = Omit<CohortAttendanceGroup, 'comparable' | 'national' | 'yearBefore'>;

/** How many of the group's sessions a figure beside it stands for: a school's total may still be to come. */
function beside({ of, percent }: GroupRow['schools'], possible: number, what: string): Comparator | null {
  if (percent === null) return null;
  const covered = of === possible ? '' : `; ${String(of)} of the group’s ${String(possible)} sessions have a total`;
  return {
    percent,
    of: what,
    year: null,
    basis: `All pupils’ sessions, each pupil once on each school’s own register, weighted by the group’s own sessions at each school and week${covered}.`,
    source: 'The registers that the area’s schools send.',
  };
}

/** To whom is entitled to the whole group: what is so. */
export function toldExactly(row: GroupRow): ToldGroup {
  const { key, children, possible, attended, persistent, severe, suspensions, suspendedSessions } = row;
  return {
    ...{ key, children, possible, attended, attendancePercent: exactPercent(attended, possible) },
    ...{ persistentlyAbsentChildren: persistent, persistentlyAbsentPercent: exactPercent(persistent, children) },
    ...{ severelyAbsentChildren: severe, severelyAbsentPercent: exactPercent(severe, children) },
    suspensionsPer100: suspensions === null ? null : exactPercent(suspensions, children),
    lostLearningDays: suspendedSessions === null ? null : suspendedSessions / 2,
    comparator: beside(row.schools, possible, 'Attendance of all pupils of the same schools in the same weeks'),
    samePhase: beside(
      row.phases,
      possible,
      'Attendance of all pupils of the area’s schools of the same phase in the same weeks',
    ),
    suppressed: false,
  };
}

/** A group of which a role is told nothing, or of its own school the number of its children alone. */
export const toldNothing = (key: readonly string[], children: number | null = null): ToldGroup => ({
  ...{ key, children, possible: null, attended: null, attendancePercent: null },
  ...{ persistentlyAbsentChildren: null, persistentlyAbsentPercent: null },
  ...{ severelyAbsentChildren: null, severelyAbsentPercent: null },
  ...{ suspensionsPer100: null, lostLearningDays: null },
  ...{ comparator: null, samePhase: null, suppressed: true },
});
