import { Figures } from '../../../platform/figures/figures.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { checkAsked, yearAsked } from '../suspension-figures/asked-suspensions.js';
import { compareKeys } from '../suspension-figures/group-names.js';
import type { UnidentifiedSenCell } from './unidentified-sen-cell.type.js';
import type { UnidentifiedSenDimension } from './unidentified-sen-dimension.js';
import { isCount, isGroup, unidentifiedSenRow } from './unidentified-sen-row.js';
import { unidentifiedSenCube } from './unidentified-sen.cube.js';
import { toldExactly, toldHidden, toldRounded } from './told-unidentified-sen.js';

const basis =
  'children suspended for sessions, or permanently excluded, whose rolls showed no special educational provision on its first day, and what the highest was that any roll showed within the year after it, as far as that has passed; a child of whom no roll says anything is not without (requirements-salford.md M9 and F22)';

/** How often needs are named only after an exclusion, told as far as the caller is entitled to it. */
export class UnidentifiedSenService {
  private readonly figures: Figures;

  constructor(private readonly scope: Pick<RequestScope, 'caller' | 'unit' | 'today'>) {
    this.figures = new Figures(scope);
  }

  /**
   * Of the suspensions and exclusions of a school year, `2026/27`, by group.
   * @throws Refused for a role and purpose that the cube's sentences do not speak of.
   * @throws InvalidInput, naming the argument, for what cannot be asked.
   */
  async of(year: string, by: readonly UnidentifiedSenDimension[]): Promise<UnidentifiedSenCell[]> {
    checkAsked(year, by, this.scope.today);
    const question = { ...yearAsked(year), by };
    const { rows, entitled } = await this.figures.ask(unidentifiedSenCube, question, unidentifiedSenRow);
    const groups = rows.filter(isGroup);
    const rounded = () => (by.length > 1 ? [toldHidden([])] : toldRounded(by[0] ?? null, groups, rows.filter(isCount)));
    const told = entitled === 'SUPPRESSED' ? rounded() : groups.map(toldExactly);
    return told.map((one) => ({ ...one, basis })).toSorted((one, other) => compareKeys(one.key, other.key));
  }
}
