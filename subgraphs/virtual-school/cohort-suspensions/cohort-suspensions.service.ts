import { entitlementTo } from '../../../platform/access/cube.js';
import { academicYearAsked } from '../../../platform/code-sets/academic-year-asked.js';
import { academicYear, academicYearOf } from '../../../platform/code-sets/academic-year.js';
import { nationalCohortSuspended } from '../../../platform/code-sets/national-suspensions.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { Figures } from '../../../platform/figures/figures.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { schoolWeeks } from '../cohort-figures/school-weeks.js';
import type { CohortSuspensionCell } from './cohort-suspension-cell.type.js';
import type { CohortSuspensionDimension } from './cohort-suspension-dimension.js';
import { cohortSuspensionsRow } from './cohort-suspensions-row.js';
import { cohortSuspensionsCube } from './cohort-suspensions.cube.js';
import { toldOf } from './told-cohort-suspensions.js';

const MOST_DIMENSIONS = 2;
const basis =
  'suspensions and permanent exclusions that began in the year on a day on which the child was in the cohort, not cancelled; for every 100 of the children with a possible session in it in the year’s weeks';

/** Suspensions of the children of each cohort, told as far as the caller is entitled to it. */
export class CohortSuspensionsService {
  private readonly figures: Figures;

  constructor(private readonly scope: Pick<RequestScope, 'caller' | 'unit' | 'today'>) {
    this.figures = new Figures(scope);
  }

  /**
   * Suspensions of a school year, `2026/27`, by cohort and what else is asked for.
   * @throws Refused for a role and purpose that the cube's sentences do not speak of.
   * @throws InvalidInput, naming the argument, for what cannot be asked.
   */
  async of(year: string, by: readonly CohortSuspensionDimension[]): Promise<CohortSuspensionCell[]> {
    this.check(year, by);
    const { from, to } = academicYearOf(`${year.slice(0, 4)}-09-01`);
    const { first, last } = schoolWeeks(from, to);
    const question = { from, to, firstWeek: first, lastWeek: last, by: ['COHORT', ...by] };
    const { rows, entitled } = await this.figures.ask(cohortSuspensionsCube, question, cohortSuspensionsRow);
    return rows
      .map((row) => toldOf(row, entitled))
      .map((told) => ({
        ...{ ...told, basis },
        comparatorOfChildren:
          told.childrenSuspendedPer100 === null || by.length > 0 ? null : nationalCohortSuspended(told.cohort, year),
      }));
  }

  private check(year: string, by: readonly CohortSuspensionDimension[]): void {
    const { caller, today } = this.scope;
    if (academicYearAsked(year) > academicYear(today))
      throw new InvalidInput('academicYear must not be in the future.');
    if (by.length > MOST_DIMENSIONS) throw new InvalidInput('by must name two dimensions at most.');
    if (new Set(by).size < by.length) throw new InvalidInput('by must name no dimension twice.');
    // Which groups of few children there are would be told by their names.
    if (by.length > 0 && entitlementTo(cohortSuspensionsCube, caller.claims) === 'SUPPRESSED')
      throw new InvalidInput('by must be empty for your role.');
  }
}
