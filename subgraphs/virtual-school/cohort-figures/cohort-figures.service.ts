import { z } from 'zod';
import { entitlementTo } from '../../../platform/access/cube.js';
import { whyNotComparable } from '../../../platform/code-sets/comparable-weeks.js';
import { nationalFigure } from '../../../platform/code-sets/national-figure.js';
import { academicYear } from '../../../platform/code-sets/academic-year.js';
import { Figures } from '../../../platform/figures/figures.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { Comparator } from '../../../platform/vocabulary/comparator.js';
import { socialWorkTeamsCube } from './social-work-teams.cube.js';
import { asAtOf, isStale } from './as-at.js';
import { cohortAttendanceCube } from './cohort-attendance.cube.js';
import type { CohortAttendance, CohortAttendanceGroup } from './cohort-attendance.type.js';
import { CohortDimension } from './cohort-dimension.js';
import { checkAskable, checkDimensions, type CohortAsked, questionOf } from './cohort-question.js';
import { daysOfGroup } from './days-of-group.js';
import { cubeRow, isCell, isGroup, isState } from './group-row.js';
import { daysAfter, schoolWeeks } from './school-weeks.js';
import { toldExactly, type ToldGroup, toldNothing } from './told-exactly.js';
import { ToldSuppressed } from './told-suppressed.js';
import { keyOfYearBefore, yearBefore } from './year-before.js';

/** What is asked through the graph. */
export type CohortArguments = Omit<CohortAsked, 'weeks'> & { readonly from: string; readonly to: string };

/** How children of a cohort attend, told as far as the caller is entitled to it. */
export class CohortFiguresService {
  private readonly figures: Figures;

  constructor(private readonly scope: RequestScope) {
    this.figures = new Figures(scope);
  }

  /**
   * @throws Refused for a role and purpose that the cube's sentences do not speak of.
   * @throws InvalidInput, naming the argument, for a period that ends before it begins, more than three dimensions or one
   * twice, and what a role may not ask that is not told everything.
   */
  async attendance({ from, to, ...asked }: CohortArguments): Promise<CohortAttendance> {
    const { cohort, by } = asked;
    checkDimensions(by);
    const weeks = schoolWeeks(from, to);
    const one: CohortAsked = { ...asked, weeks };
    checkAskable(one, entitlementTo(cohortAttendanceCube, this.scope.caller.claims));
    const { groups, replaced, newestRegister, believed } = await this.told(one);
    let before: Promise<ReadonlyMap<string, Comparator>> | undefined;
    const ofYearBefore = async (key: readonly string[]): Promise<Comparator | null> => {
      before ??= this.yearBefore(one);
      return (await before).get(JSON.stringify(keyOfYearBefore(key, by))) ?? null;
    };
    const days = { from: weeks.first, to: daysAfter(weeks.last, 6) };
    const comparableNote = whyNotComparable(days);
    return {
      ...{ cohort, ...days, comparable: comparableNote === null, comparableNote },
      basis: 'child: all registers of a child are taken as one',
      asAt: asAtOf([...believed, replaced]),
      stale: isStale(newestRegister, weeks.last, this.scope.today),
      groups: groups.map((group): CohortAttendanceGroup => ({
        ...group,
        comparable: whyNotComparable(daysOfGroup(group.key, by, days)) === null,
        // Beside what is hidden nothing stands: there is nothing to compare.
        national: group.suppressed ? null : nationalOf(one, group.key),
        yearBefore: () => (group.suppressed ? Promise.resolve(null) : ofYearBefore(group.key)),
      })),
    };
  }

  /**
   * The names of teams, in order.
   * @throws Refused for a role and purpose that may ask for neither figures nor the weekly list.
   */
  async socialWorkTeams(): Promise<readonly string[]> {
    const { rows } = await this.figures.ask(socialWorkTeamsCube, {}, (name) => z.string().parse(name));
    return rows;
  }

  private async told(asked: CohortAsked) {
    const { rows, entitled } = await this.figures.ask(cohortAttendanceCube, questionOf(asked), cubeRow);
    const groups = rows.filter(isGroup);
    const state = rows.find(isState);
    const tell = (): ToldGroup[] => {
      switch (entitled) {
        case 'WHOLE':
          return groups.map(toldExactly);
        case 'OWN_SCHOOL':
          return groups.map(({ key, children }) => toldNothing(key, children));
        case 'OWN_PROVIDER':
          // No sentence of the cube says so: providers of health services lead no cohort.
          return [];
        case 'SUPPRESSED':
          return new ToldSuppressed(asked, rows.filter(isCell)).groups(groups);
      }
    };
    return {
      groups: tell(),
      replaced: state?.replaced ?? null,
      newestRegister: state?.newestRegister ?? null,
      believed: groups.map(({ believed }) => believed),
    };
  }

  /** By the keys of the year before. */
  private async yearBefore(asked: CohortAsked): Promise<ReadonlyMap<string, Comparator>> {
    const weeks = yearBefore(asked.weeks);
    const { groups } = await this.told({ ...asked, weeks, beside: false });
    return new Map(
      groups.flatMap(({ key, attendancePercent: percent }) =>
        percent === null
          ? []
          : [
              [
                JSON.stringify(key),
                {
                  percent,
                  of: 'Attendance of the same cohort in the same weeks of the year before',
                  year: academicYear(daysAfter(weeks.first, 2)),
                  basis: 'child: all registers of a child are taken as one',
                  source: 'This hub.',
                },
              ],
            ],
      ),
    );
  }
}

/** Of the year that the last week is in, and of the group's own phase where figures are divided by it. */
function nationalOf({ cohort, weeks, by }: CohortAsked, key: readonly string[]): Comparator | null {
  const phase = key[by.indexOf(CohortDimension.PHASE)] ?? null;
  return nationalFigure(cohort, 'ATTENDANCE', academicYear(daysAfter(weeks.last, 2)), phase);
}
