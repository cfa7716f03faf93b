import { academicTerm } from '../../../platform/code-sets/academic-term.js';
import type { CohortDimension } from '../../../subgraphs/virtual-school/cohort-figures/cohort-dimension.js';
import type { SchoolWeek, Slice } from './slices.js';

/** The Wednesday of the two weeks of the example that terms turn on stands in December and in January. */
const wednesday = (monday: string): string => {
  const at = new Date(`${monday}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 2);
  return at.toISOString().slice(0, 10);
};

const valueOf = (one: Slice, dimension: `${CohortDimension}`): string => {
  switch (dimension) {
    case 'WEEK':
      return one.week;
    case 'TERM':
      return academicTerm(wednesday(one.week));
    case 'SCHOOL':
      return one.school;
    case 'PHASE':
      return one.phase;
    case 'SOCIAL_WORK_TEAM':
      return one.team;
    case 'SEN_PROVISION':
      return one.sen;
    case 'FREE_SCHOOL_MEALS':
      return one.fsm;
  }
};

const sum = (some: readonly number[]): number => some.reduce((total, one) => total + one, 0);

/** A fraction as a percentage of so many places, halves up, in whole numbers: no rounding on the way. */
const percent = (part: bigint, whole: bigint): number | null =>
  whole === 0n ? null : Number((2_000_000n * part + whole) / (2n * whole)) / 10_000;

/** The mean of rates, weighted: as one fraction of whole numbers. */
function weighted(parts: readonly (readonly [weight: number, part: number, whole: number])[]): number | null {
  const counted = parts.filter(([, , whole]) => whole > 0);
  const common = counted.reduce((product, [, , whole]) => product * BigInt(whole), 1n);
  const over = counted.reduce(
    (total, [weight, part, whole]) => total + (BigInt(weight) * BigInt(part) * common) / BigInt(whole),
    0n,
  );
  return percent(over, common * BigInt(sum(counted.map(([weight]) => weight))));
}

/** Every group of these slices with its figures, slowly and from the rules: children one by one. */
export function groupsOf(slices: readonly Slice[], totals: readonly SchoolWeek[], by: readonly `${CohortDimension}`[]) {
  const keys = new Map(
    slices.map((one) => {
      const key = by.map((dimension) => valueOf(one, dimension));
      return [JSON.stringify(key), key];
    }),
  );
  const sorted = [...keys.values()].sort((a, b) => {
    const at = a.findIndex((value, n) => value !== b[n]);
    return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
  });
  return sorted.map((key) => {
    const own = slices.filter((one) => by.every((dimension, at) => valueOf(one, dimension) === key[at]));
    const children = [...new Set(own.map(({ child }) => child))].map((child) =>
      own.filter((one) => one.child === child),
    );
    const judged = children.map((of) => ({
      possible: sum(of.map((one) => one.possible)),
      absent: sum(of.map((one) => one.possible - one.attended)),
    }));
    const possible = sum(own.map((one) => one.possible));
    const attended = sum(own.map((one) => one.attended));
    const persistent = judged.filter((one) => 10 * one.absent >= one.possible).length;
    const severe = judged.filter((one) => 2 * one.absent >= one.possible).length;
    const at = (one: Slice) => totals.find(({ urn, week }) => urn === one.school && week === one.week);
    const ofPhase = (one: Slice) => {
      const all = totals.filter(({ phase, week }) => phase === one.phase && week === one.week);
      return [sum(all.map((t) => t.attended)), sum(all.map((t) => t.possible))] as const;
    };
    return {
      key,
      children: children.length,
      possible,
      attended,
      attendancePercent: percent(BigInt(attended), BigInt(possible)),
      persistentlyAbsentChildren: persistent,
      persistentlyAbsentPercent: percent(BigInt(persistent), BigInt(children.length)),
      severelyAbsentChildren: severe,
      severelyAbsentPercent: percent(BigInt(severe), BigInt(children.length)),
      comparator: weighted(own.map((one) => [one.possible, at(one)?.attended ?? 0, at(one)?.possible ?? 0])),
      // A school whose total has not come is beside neither.
      samePhase: weighted(own.filter((one) => at(one) !== undefined).map((one) => [one.possible, ...ofPhase(one)])),
    };
  });
}
