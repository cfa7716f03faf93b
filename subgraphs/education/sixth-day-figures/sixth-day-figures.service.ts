import { Figures } from '../../../platform/figures/figures.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { checkAsked, yearAsked } from '../suspension-figures/asked-suspensions.js';
import { compareKeys } from '../suspension-figures/group-names.js';
import type { SixthDayCell } from './sixth-day-cell.type.js';
import type { SixthDayDimension } from './sixth-day-dimension.js';
import { isCount, isGroup, sixthDaysRow } from './sixth-days-row.js';
import { sixthDaysCube } from './sixth-days.cube.js';
import { toldExactly, toldHidden, toldRounded } from './told-sixth-days.js';

const basis =
  'the sixth consecutive school day of suspension, in one period or several, owed by the school, and the sixth of a permanent exclusion, owed by the council (SI 2007/1870 as SI 2014/3216 amended it; Education Act 1996 section 19); none past compulsory school age, nor to a child who has died';

/** Provision owed from sixth days, told as far as the caller is entitled to it. */
export class SixthDayFiguresService {
  private readonly figures: Figures;

  constructor(private readonly scope: Pick<RequestScope, 'caller' | 'unit' | 'today'>) {
    this.figures = new Figures(scope);
  }

  /**
   * What was owed in a school year, `2026/27`, by group.
   * @throws Refused for a role and purpose that the cube's sentences do not speak of.
   * @throws InvalidInput, naming the argument, for what cannot be asked.
   */
  async of(year: string, by: readonly SixthDayDimension[]): Promise<SixthDayCell[]> {
    checkAsked(year, by, this.scope.today);
    const { rows, entitled } = await this.figures.ask(sixthDaysCube, { ...yearAsked(year), by }, sixthDaysRow);
    const groups = rows.filter(isGroup);
    const [dimension = '', ...others] = by;
    const rounded = () => (others.length > 0 ? [toldHidden([])] : toldRounded(dimension, groups, rows.filter(isCount)));
    const told = entitled === 'SUPPRESSED' ? rounded() : groups.map(toldExactly);
    return told.map((one) => ({ ...one, basis })).toSorted((one, other) => compareKeys(one.key, other.key));
  }
}
