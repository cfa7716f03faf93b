import { entitlementTo } from '../../../platform/access/cube.js';
import { academicYear } from '../../../platform/code-sets/academic-year.js';
import { nationalAttendance } from '../../../platform/code-sets/national-absence.js';
import { exactPercent } from '../../../platform/figures/exact-percent.js';
import { Figures } from '../../../platform/figures/figures.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { Comparator } from '../../../platform/vocabulary/comparator.js';
import { type AttendanceAsked, checkAskable, daysAsked } from './asked-attendance.js';
import type { GroupAttendance } from './group-attendance.type.js';
import { type SchoolAttendanceRow, schoolAttendanceRow } from './school-attendance-row.js';
import { schoolAttendanceCube } from './school-attendance.cube.js';
import { toldAttendance } from './told-attendance.js';

/** Of fewer schools than this nothing stands beside another: one could be made out. */
const FEWEST_SCHOOLS = 3;

/** How the pupils of a school attend, told as far as the caller is entitled to it. */
export class SchoolAttendanceService {
  private readonly figures: Figures;

  constructor(private readonly scope: Pick<RequestScope, 'caller' | 'unit' | 'today'>) {
    this.figures = new Figures(scope);
  }

  /**
   * A school's attendance between two days, both inclusive; of the current academic year to date unless given.
   * @throws Refused for a role and purpose that the cube's sentences do not speak of.
   * @throws InvalidInput, naming the argument, for what cannot be asked.
   */
  async of(urn: string, asked: AttendanceAsked): Promise<GroupAttendance> {
    const { caller, today } = this.scope;
    const { basis } = asked;
    const days = daysAsked(asked, today);
    checkAskable(days, basis, entitlementTo(schoolAttendanceCube, caller.claims), today);
    const question = { urn, ...days, basis };
    const { rows, entitled } = await this.figures.ask(schoolAttendanceCube, question, schoolAttendanceRow);
    const [row] = rows;
    const told = toldAttendance(row, entitled);
    const hidden = told.attendancePercent === null;
    return {
      ...{ ...days, basis, ...told },
      comparator: hidden || !row ? null : besideOf(row),
      national: hidden || !row ? null : nationalAttendance(academicYear(days.to), row.phase),
    };
  }
}

function besideOf({ phase, beside: { schools, possible, attended } }: SchoolAttendanceRow): Comparator | null {
  if (schools < FEWEST_SCHOOLS) return null;
  return {
    percent: exactPercent(attended, possible),
    of: `Attendance of all pupils of the area’s schools with the phase ${phase ?? ''} in the weeks that the days touch`,
    year: null,
    basis: `All pupils’ sessions at ${String(schools)} schools, each pupil once on each school’s own register.`,
    source: 'The registers that the area’s schools send.',
  };
}
