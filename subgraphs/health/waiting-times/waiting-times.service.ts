import { entitlementTo } from '../../../platform/access/cube.js';
import { Figures } from '../../../platform/figures/figures.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { WAIT_BANDS, WAIT_BANDS_FROM } from '../waiting-list/band.js';
import { checkAsked } from './asked-times.js';
import { cellOf, GroupNames } from './group-names.js';
import { isCell, isGroup, isProvider, isUnnamed, type TimesCell, type TimesGroup, timesRow } from './times-row.js';
import {
  hiddenOf,
  isTotalHidden,
  ofBreached,
  toldExactly,
  toldHidden,
  toldNobody,
  toldRounded,
  type ToldTimes,
} from './told-times.js';
import type { WaitingTimesCell } from './waiting-times-cell.type.js';
import { WaitingTimesDimension } from './waiting-times-dimension.js';
import { waitingTimesCube } from './waiting-times.cube.js';

/** How long children wait for health services, told as far as the caller is entitled to it. */
export class WaitingTimesService {
  private readonly figures: Figures;

  constructor(private readonly scope: RequestScope) {
    this.figures = new Figures(scope);
  }

  /**
   * Those waiting at the end of a day, as their history has it now, by group.
   * @throws Refused for a role and purpose that the cube's sentences do not speak of.
   * @throws InvalidInput, naming the argument, for a day to come, more than three dimensions, or one twice.
   */
  async of(by: readonly WaitingTimesDimension[], day: string | null): Promise<WaitingTimesCell[]> {
    const { caller, today } = this.scope;
    const asAt = day ?? today;
    checkAsked(by, asAt, today, entitlementTo(waitingTimesCube, caller.claims));
    const question = { by, asAt, bands: WAIT_BANDS_FROM };
    const [{ rows, entitled }, sources] = await Promise.all([
      this.figures.ask(waitingTimesCube, question, timesRow),
      this.scope.sources(),
    ]);
    const names = new GroupNames(by, rows.filter(isProvider), rows.some(isUnnamed));
    const groups = rows.filter(isGroup).map((group) => ({ ...group, key: names.written(group.key) }));
    const told =
      entitled === 'SUPPRESSED'
        ? suppressedOf(by, groups, rows.filter(isCell), names)
        : [...groups.map(toldExactly), ...emptyBands(by, groups)];
    return told
      .toSorted((one, other) => names.compare(one.key, other.key))
      .map((one) => cellOf(one, names, sources.asAt));
  }
}

/** A published band is told where nobody is in it too. */
function emptyBands(by: readonly WaitingTimesDimension[], groups: readonly TimesGroup[]): ToldTimes[] {
  if (by.length !== 1 || by[0] !== WaitingTimesDimension.BAND) return [];
  return WAIT_BANDS.filter((band) => !groups.some(({ key }) => key[0] === band)).map((band) => toldNobody([band]));
}

/**
 * Of one dimension, what its own table leaves; of two at once nothing, under every name that there might be, so that no name
 * tells that a child is there.
 */
function suppressedOf(
  by: readonly WaitingTimesDimension[],
  groups: readonly TimesGroup[],
  cells: readonly TimesCell[],
  names: GroupNames,
): ToldTimes[] {
  const [dimension, ...others] = by;
  if (dimension === undefined) {
    const isBreachedHidden = isTotalHidden(ofBreached(cells));
    return groups.map((group) => (isTotalHidden(cells) ? toldHidden(group.key) : toldRounded(group, isBreachedHidden)));
  }
  if (others.length > 0) return names.every().map(toldHidden);
  const divided: string = dimension;
  const table = cells.map((cell) =>
    cell.dimension === divided ? { ...cell, value: names.written([cell.value])[0] ?? '' } : cell,
  );
  const { hidden, named } = hiddenOf(dimension, table);
  if (!named) return names.every().map(toldHidden);
  const breached = hiddenOf(dimension, ofBreached(table));
  const told = groups.map((group) => {
    const name = group.key[0] ?? '';
    return hidden.has(name) ? toldHidden(group.key) : toldRounded(group, !breached.named || breached.hidden.has(name));
  });
  return [...told, ...emptyBands(by, groups)];
}
