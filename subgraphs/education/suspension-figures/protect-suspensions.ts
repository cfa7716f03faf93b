import { givesWayBefore } from '../../../platform/figures/gives-way.js';
import { protectTable } from '../../../platform/figures/protect.js';
import { groupBy } from '../../../platform/record/batch.js';
import { SuspensionDimension } from './suspension-dimension.js';
import type { SuspensionsCount } from './suspensions-row.js';

/** What is counted of children: each is a table of its own, of which other groups may be hidden. */
export type Counted = 'pupils' | 'suspended' | 'excluded';

/** Of so many children and no fewer the others of a group are not made out. */
const FEWEST_OTHERS = 8;

const ofSchools: string = SuspensionDimension.SCHOOL;
const ofPhases: string = SuspensionDimension.PHASE;

/**
 * The groups of one dimension of which a number of children is hidden. Schools are parts of phases, which are told as well:
 * so they are hidden phase by phase, all of one that is hidden itself, and a phase is hidden of which every school is.
 */
export function hiddenOf(dimension: string, what: Counted, counts: readonly SuspensionsCount[]): ReadonlySet<string> {
  if (dimension === ofSchools) return hiddenSchools(what, counts);
  const own = cellsOf(dimension, counts);
  const also = dimension === ofPhases ? phasesOfHiddenSchools(what, counts) : new Set<string>();
  return hiddenIn(own, what, also);
}

/**
 * Whether the number of all together is hidden: it is small, or all groups of some way to divide it are hidden, so that it
 * would tell of them where each is as large as a hidden one can be.
 */
export function isTotalHidden(what: Counted, counts: readonly SuspensionsCount[]): boolean {
  const dimensions = [...new Set(counts.map(({ dimension }) => dimension))];
  return dimensions.some((dimension) => {
    const present = cellsOf(dimension, counts).filter((one) => one[what] > 0);
    const hidden = hiddenOf(dimension, what, counts);
    return present.length > 0 && present.every(({ value }) => hidden.has(value));
  });
}

const cellsOf = (dimension: string, counts: readonly SuspensionsCount[]): SuspensionsCount[] =>
  counts.filter((one) => one.dimension === dimension);

/** Nearly all of a group's pupils would be told of, where few of them are left. */
const tellsOfNearlyAll = ({ pupils, ...cell }: SuspensionsCount, what: Counted): boolean =>
  what !== 'pupils' && pupils - cell[what] < FEWEST_OTHERS;

/** What is hidden of one table. */
function hiddenIn(
  cells: readonly SuspensionsCount[],
  what: Counted,
  also: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const ordered = cells.toSorted(givesWayBefore);
  const table = ordered.map((cell) => {
    const open = !also.has(cell.value) && !tellsOfNearlyAll(cell, what);
    return { value: cell.value, children: cell[what], schools: open ? Number.POSITIVE_INFINITY : 0 };
  });
  return protectTable(table).hidden;
}

const schoolsByPhase = (counts: readonly SuspensionsCount[]): Map<string, SuspensionsCount[]> =>
  groupBy(cellsOf(ofSchools, counts), ({ phase }) => phase);

function phasesOfHiddenSchools(what: Counted, counts: readonly SuspensionsCount[]): ReadonlySet<string> {
  const hidden = [...schoolsByPhase(counts)].filter(([, schools]) => {
    const own = hiddenIn(schools, what);
    const present = schools.filter((one) => one[what] > 0);
    return present.length > 0 && present.every(({ value }) => own.has(value));
  });
  return new Set(hidden.map(([phase]) => phase));
}

function hiddenSchools(what: Counted, counts: readonly SuspensionsCount[]): ReadonlySet<string> {
  const phases = hiddenOf(ofPhases, what, counts);
  return new Set(
    [...schoolsByPhase(counts)].flatMap(([phase, schools]) =>
      phases.has(phase)
        ? schools.filter((one) => one[what] > 0).map(({ value }) => value)
        : [...hiddenIn(schools, what)],
    ),
  );
}
