import { termOfWeek } from '../../../platform/code-sets/academic-term.js';
import { givesWayBefore } from '../../../platform/figures/gives-way.js';
import { isTooFew, protectTable, protectUnion, type TableShown } from '../../../platform/figures/protect.js';
import { shownCount, shownPercent } from '../../../platform/figures/suppress.js';
import { Cohort } from '../cohort/cohort.js';
import { CohortDimension } from './cohort-dimension.js';
import type { CohortAsked } from './cohort-question.js';
import type { CellRow, GroupRow } from './group-row.js';
import { type ToldGroup, toldNothing } from './told-exactly.js';

/** So many groups, or more, are named with all that there might be, so that whoever sees this knows of six or seven children. */
const FEWEST_TO_NAME = 6;

const { WEEK, TERM, SCHOOL, PHASE } = CohortDimension;

/** Cohorts whose children are nearly all in others too: told whole, by week and term, and not divided further. */
const undivided: readonly Cohort[] = [Cohort.SOCIAL_WORKER_NOW, Cohort.IN_NEED_SIX_YEARS, Cohort.EVER_SOCIAL_WORKER];
const plans: readonly Cohort[] = [Cohort.CHILD_PROTECTION, Cohort.CHILD_IN_NEED];

/** The figures of one question, as far as they are told to whom is not entitled to the whole group. */
export class ToldSuppressed {
  /** By cohort, week and dimension. */
  private readonly tables: ReadonlyMap<string, readonly CellRow[]>;
  private readonly weeks: readonly string[];
  private readonly childDimensions: readonly CohortDimension[];

  constructor(
    private readonly asked: Omit<CohortAsked, 'beside'>,
    cells: readonly CellRow[],
  ) {
    const tables = new Map<string, CellRow[]>();
    for (const cell of [...cells].sort(givesWayBefore)) {
      const name = [cell.cohort, cell.week, cell.dimension].join(' ');
      tables.set(name, [...(tables.get(name) ?? []), cell]);
    }
    this.tables = tables;
    const wanted: string = asked.cohort;
    const own = cells.filter(({ cohort, dimension }) => cohort === wanted && dimension === '');
    this.weeks = own.map(({ week }) => week).sort();
    this.childDimensions = asked.by.filter((one) => one !== WEEK && one !== TERM);
  }

  groups(rows: readonly GroupRow[]): ToldGroup[] {
    const [dimension, other] = this.childDimensions;
    if (dimension === SCHOOL || other !== undefined)
      return (this.isAllHidden(rows) ? rows.map(({ key }) => key) : this.keysOfAll()).map((key) => toldNothing(key));
    return rows.flatMap((row) => {
      const weeks = this.weeks.filter((week) => this.isIn(week, row.key));
      if (dimension === undefined)
        return [weeks.every((week) => this.showsTotal(week)) ? this.told(row) : toldNothing(row.key)];
      const value = row.key[this.asked.by.indexOf(dimension)] ?? '';
      const tables = weeks.map((week) => this.table(week, dimension));
      if (tables.some(({ named }) => !named)) return [];
      const hidden = undivided.includes(this.asked.cohort) || tables.some((table) => table.hidden.has(value));
      return [hidden ? toldNothing(row.key) : this.told(row)];
    });
  }

  private told({ key, children, possible, attended, persistent, severe }: GroupRow): ToldGroup {
    const numbers = { children: shownCount(children), possible: shownCount(possible), attended: shownCount(attended) };
    const attendancePercent = shownPercent({ part: attended, whole: possible, children });
    const told = { ...toldNothing(key), ...numbers, attendancePercent, suppressed: false };
    // Who is absent for long is told of all children together: by groups, the same children could be made out by differences.
    if (this.childDimensions.length > 0) return told;
    return {
      ...told,
      persistentlyAbsentChildren: shownCount(persistent),
      persistentlyAbsentPercent: shownPercent({ part: persistent, whole: children, children }),
      severelyAbsentChildren: shownCount(severe),
      severelyAbsentPercent: shownPercent({ part: severe, whole: children, children }),
    };
  }

  private cells(cohort: Cohort, week: string, dimension: string): readonly CellRow[] {
    return this.tables.get([cohort, week, dimension].join(' ')) ?? [];
  }

  /**
   * Whether nothing is told of any week asked for, so that no total says how many children the groups have between them. Seven
   * groups at one time would say it all the same, each having one child of the seven at most; and if only seven were named as
   * if they were many, that would say it too. So six are as well, of which there may be six children or seven.
   */
  private isAllHidden(rows: readonly GroupRow[]): boolean {
    const atOneTime = new Map<string, number>();
    for (const { key } of rows) {
      const time = JSON.stringify(key.filter((_, at) => this.isTime(at)));
      atOneTime.set(time, (atOneTime.get(time) ?? 0) + 1);
    }
    return (
      this.weeks.every((week) => !this.showsTotal(week)) &&
      [...atOneTime.values()].every((groups) => groups < FEWEST_TO_NAME)
    );
  }

  private isTime(at: number): boolean {
    const dimension = this.asked.by[at];
    return dimension === WEEK || dimension === TERM;
  }

  /** Both plans together are told where each of them is: otherwise one would be what the other leaves of the two. */
  private showsTotal(week: string): boolean {
    const cohorts = this.asked.cohort === Cohort.ON_PLAN ? [...plans, Cohort.ON_PLAN] : [this.asked.cohort];
    return cohorts.every((cohort) => this.cells(cohort, week, '').every((total) => !isTooFew(total)));
  }

  private table(week: string, dimension: string): TableShown {
    const own = (cohort: Cohort): TableShown => protectTable(this.cells(cohort, week, dimension));
    return this.asked.cohort === Cohort.ON_PLAN ? protectUnion(plans.map(own)) : own(this.asked.cohort);
  }

  /** Whether a week is one of those a group is of. */
  private isIn(week: string, key: readonly string[]): boolean {
    return this.timeOf(week).every((value, at) => value === null || value === key[at]);
  }

  private timeOf(week: string): readonly (string | null)[] {
    return this.asked.by.map((one) => (one === WEEK ? week : one === TERM ? termOfWeek(week) : null));
  }

  /**
   * Where nothing is told of any group but of all together, every group there might be: which of them have a child would tell how many there are
   * at the least. By school those with a register, by other dimensions the values that are told by that dimension alone.
   */
  private keysOfAll(): readonly (readonly string[])[] {
    const keys = new Map<string, readonly string[]>();
    for (const week of this.weeks) {
      const values = this.timeOf(week).map((value, at) => {
        if (value !== null) return [value];
        const dimension = this.asked.by[at] ?? PHASE;
        if (dimension !== SCHOOL && !this.table(week, dimension).named) return [];
        return this.cells(this.asked.cohort, week, dimension).map((cell) => cell.value);
      });
      for (const key of values.reduce<string[][]>(
        (all, some) => all.flatMap((key) => some.map((one) => [...key, one])),
        [[]],
      ))
        keys.set(JSON.stringify(key), key);
    }
    return [...keys.values()].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
}
