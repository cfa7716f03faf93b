import type { Entitlement } from '../../../platform/access/entitlement.js';
import { exactPercent } from '../../../platform/figures/exact-percent.js';
import { isSmall, shownCount, shownPercent } from '../../../platform/figures/suppress.js';
import type { GroupAttendance } from './group-attendance.type.js';
import type { SchoolAttendanceRow } from './school-attendance-row.js';

/** What is told of a school, but for what it is of and what stands beside it. */
export type ToldAttendance = Pick<
  GroupAttendance,
  'children' | 'possible' | 'attended' | 'attendancePercent' | 'persistentlyAbsent' | 'severelyAbsent' | 'suppressed'
>;

const nothing: ToldAttendance = {
  ...{ children: null, possible: null, attended: null, attendancePercent: null },
  ...{ persistentlyAbsent: null, severelyAbsent: null, suppressed: true },
};

/** As much as the caller is entitled to; nothing where the cube answered none, as of another's school. */
export function toldAttendance(row: SchoolAttendanceRow | undefined, entitled: Entitlement): ToldAttendance {
  if (!row) return nothing;
  return entitled === 'SUPPRESSED' ? rounded(row) : exact(row);
}

const exact = ({ children, possible, attended, persistent, severe }: SchoolAttendanceRow): ToldAttendance => ({
  ...{ children, possible, attended, attendancePercent: exactPercent(attended, possible) },
  ...{ persistentlyAbsent: persistent, severelyAbsent: severe, suppressed: false },
});

/** A part of the pupils is told where neither it nor the others are few. */
function rounded({ children, possible, attended, persistent, severe }: SchoolAttendanceRow): ToldAttendance {
  if (isSmall(children)) return nothing;
  const part = (count: number): number | null =>
    isSmall(count) || isSmall(children - count) ? null : shownCount(count);
  const [persistentlyAbsent, severelyAbsent] = [part(persistent), part(severe)];
  return {
    ...{ children: shownCount(children), possible: shownCount(possible), attended: shownCount(attended) },
    attendancePercent: shownPercent({ part: attended, whole: possible, children }),
    ...{ persistentlyAbsent, severelyAbsent, suppressed: persistentlyAbsent === null || severelyAbsent === null },
  };
}
