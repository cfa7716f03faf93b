import { nationalSuspensions, type SuspensionMeasure } from '../../../platform/code-sets/national-suspensions.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { DividedYears } from './divided-years.js';
import { checkAsked, pupilsOn } from './asked-suspensions.js';
import { compareKeys, writtenName } from './group-names.js';
import { hiddenOf, isTotalHidden } from './protect-suspensions.js';
import type { SuspensionCell } from './suspension-cell.type.js';
import { SuspensionDimension } from './suspension-dimension.js';
import type { SuspensionsCount, SuspensionsGroup } from './suspensions-row.js';
import { toldExactly, toldHidden, toldRounded, type ToldSuspensions } from './told-suspensions.js';

const basis =
  'suspensions and permanent exclusions by the day they began, not cancelled, as schools’ files have them now, each child once whatever the records; for every 100 pupils of sole or dual main registration on the day of the January census, or today before it, as the published rates are; lost days by the day of each session';

const comparable: readonly SuspensionDimension[] = [SuspensionDimension.SCHOOL, SuspensionDimension.PHASE];

/** Suspensions of a school year, told as far as the caller is entitled to it. */
export class SuspensionFiguresService {
  private readonly asked: DividedYears;

  constructor(private readonly scope: Pick<RequestScope, 'caller' | 'unit' | 'today'>) {
    this.asked = new DividedYears(scope);
  }

  /**
   * Suspensions of a school year, `2026/27`, by group.
   * @throws Refused for a role and purpose that the cube's sentences do not speak of.
   * @throws InvalidInput, naming the argument, for what cannot be asked.
   */
  async of(year: string, by: readonly SuspensionDimension[]): Promise<SuspensionCell[]> {
    const { today } = this.scope;
    checkAsked(year, by, today);
    const counted = { pupilsOn: pupilsOn(year, today) };
    const { groups, counts, entitled } = await this.asked.of(year, by);
    const cells =
      entitled === 'SUPPRESSED'
        ? suppressedOf(by, groups, counts)
        : groups.map((group) => ({ group, told: toldExactly(group) }));
    return cells
      .map(({ group, told }) => ({ ...told, ...besides({ group, told, by, year }), ...counted, basis }))
      .map((cell) => ({ ...cell, key: cell.key.map((value) => writtenName(value)) }))
      .toSorted((one, other) => compareKeys(one.key, other.key));
  }
}

interface Told {
  /** Null where no group is told. */
  readonly group: SuspensionsGroup | null;
  readonly told: ToldSuspensions;
}

/** Of one dimension, what its own tables leave; of two, one group without a name, which tells of no child. */
function suppressedOf(
  [dimension, ...others]: readonly SuspensionDimension[],
  groups: readonly SuspensionsGroup[],
  counts: readonly SuspensionsCount[],
): Told[] {
  if (others.length > 0) return [{ group: null, told: toldHidden([]) }];
  const hidden = (what: 'pupils' | 'suspended' | 'excluded') => {
    if (dimension === undefined) return () => isTotalHidden(what, counts);
    const values = hiddenOf(dimension, what, counts);
    return (value: string) => values.has(value);
  };
  const [pupils, suspended, excluded] = [hidden('pupils'), hidden('suspended'), hidden('excluded')];
  return groups.map((group) => {
    const [value = ''] = group.key;
    const of = { pupils: pupils(value), suspended: suspended(value), excluded: excluded(value) };
    return { group, told: toldRounded(group, of) };
  });
}

/**
 * The published rates of the group’s phase, or of all schools where nothing is divided by: of provision and meals none are
 * published, and beside what is hidden nothing stands.
 */
function besides({ group, told, by, year }: Told & { by: readonly SuspensionDimension[]; year: string }) {
  const phase = group?.phase ?? null;
  const isLike = by.every((one) => comparable.includes(one)) && (by.length === 0 || phase !== null);
  const of = (measure: SuspensionMeasure, figure: number | null) =>
    figure === null || !isLike ? null : nationalSuspensions(measure, year, phase);
  return {
    comparator: of('SUSPENSIONS', told.suspensionsPer100),
    comparatorOfChildren: of('CHILDREN_SUSPENDED', told.childrenSuspendedPer100),
    comparatorOfExclusions: of('PERMANENT_EXCLUSIONS', told.permanentExclusionsPer100),
  };
}
