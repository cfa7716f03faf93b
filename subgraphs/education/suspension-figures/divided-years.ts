import type { Entitlement } from '../../../platform/access/entitlement.js';
import { Figures } from '../../../platform/figures/figures.js';
import { type Batch, batch, groupBy } from '../../../platform/record/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { pupilsOn, yearAsked } from './asked-suspensions.js';
import type { SuspensionDimension } from './suspension-dimension.js';
import { isCount, isGroup, type SuspensionsCount, type SuspensionsGroup, suspensionsRow } from './suspensions-row.js';
import { suspensionsCube } from './suspensions.cube.js';

/** What is true of one division of the suspensions of a year, and how much of it is told. */
export interface DividedYear {
  readonly groups: readonly SuspensionsGroup[];
  readonly counts: readonly SuspensionsCount[];
  readonly entitled: Entitlement;
}

interface Asked {
  readonly key: string;
  readonly year: string;
  readonly by: readonly string[];
}

const asked = (key: string): Asked => {
  const [year = '', by = ''] = key.split(' ');
  return { key, year, by: by === '' ? [] : by.split(',') };
};

/**
 * Suspensions of school years, each year laid out once however many ways one request divides it: to lay it out is nearly all
 * of the work.
 */
export class DividedYears {
  private readonly figures: Figures;
  private readonly loader: Batch<DividedYear>;

  constructor(private readonly scope: Pick<RequestScope, 'caller' | 'unit' | 'today'>) {
    this.figures = new Figures(scope);
    this.loader = batch(
      (keys) => this.ask(keys.map(asked)),
      () => {
        throw new TypeError('A division that was asked for has no answer.');
      },
    );
  }

  /** @throws Refused for a role and purpose that the cube's sentences do not speak of. */
  of(year: string, by: readonly SuspensionDimension[]): Promise<DividedYear> {
    return this.loader.load(`${year} ${by.join(',')}`);
  }

  private async ask(all: readonly Asked[]): Promise<ReadonlyMap<string, DividedYear>> {
    const years = [...groupBy(all, ({ year }) => year).values()];
    return new Map((await Promise.all(years.map((ways) => this.askYear(ways)))).flat());
  }

  private async askYear(ways: readonly Asked[]): Promise<[string, DividedYear][]> {
    const [first, ...others] = ways;
    if (!first) return [];
    const { year, by } = first;
    const alongside = others.map((other) => other.by.join(','));
    const { rows, entitled } = await this.figures.ask(
      suspensionsCube,
      {
        ...{ ...yearAsked(year), pupilsOn: pupilsOn(year, this.scope.today), by },
        ...(alongside.length > 0 ? { alongside } : {}),
      },
      suspensionsRow,
    );
    const counts = rows.filter(isCount);
    return ways.map(({ key }, place) => [
      key,
      { groups: rows.filter(isGroup).filter(({ grouping }) => grouping === place), counts, entitled },
    ]);
  }
}
