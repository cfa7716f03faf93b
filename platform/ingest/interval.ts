/** A half-open interval of plain dates `[from, until)`; a null `until` is not over yet. */
export interface Interval {
  readonly from: string;
  readonly until: string | null;
}

const forever = '9999-12-31';

/** Whether a day is among those of an interval. */
export const holds = ({ from, until }: Interval, on: string): boolean => from <= on && (until === null || on < until);

/** The days of any of the intervals, as the fewest intervals, earliest first. Intervals that touch become one. */
export function union(intervals: readonly Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const next of [...intervals].sort((a, b) => compare(a.from, b.from))) {
    const last = joined.at(-1);
    if (last && next.from <= end(last)) joined[joined.length - 1] = { from: last.from, until: later(last, next) };
    else joined.push(next);
  }
  return joined;
}

/** The days of `intervals` that are in none of `holes`, as the fewest intervals, earliest first. */
export function subtract(intervals: readonly Interval[], holes: readonly Interval[]): Interval[] {
  return union(holes).reduce<Interval[]>(
    (rest, hole) => rest.flatMap((interval) => without(interval, hole)),
    union(intervals),
  );
}

/** Whether a day is in both. */
export function meet(a: Interval, b: Interval): boolean {
  return holdsADay(a) && holdsADay(b) && a.from < end(b) && b.from < end(a);
}

/**
 * Those that share a day with one that began before them, or from the same day stands before them: of two that overlap,
 * the second. What holds no day overlaps nothing.
 */
export function overlapping<Given extends Interval>(intervals: readonly Given[]): Given[] {
  let covered = '';
  return intervals
    .filter(holdsADay)
    .sort((a, b) => compare(a.from, b.from))
    .filter((one) => {
      const overlaps = one.from < covered;
      if (end(one) > covered) covered = end(one);
      return overlaps;
    });
}

const holdsADay = (one: Interval): boolean => one.from < end(one);

function without(interval: Interval, hole: Interval): Interval[] {
  if (hole.from >= end(interval) || end(hole) <= interval.from) return [interval];
  const before = interval.from < hole.from ? [{ from: interval.from, until: hole.from }] : [];
  const after = hole.until !== null && hole.until < end(interval) ? [{ from: hole.until, until: interval.until }] : [];
  return [...before, ...after];
}

function later(a: Interval, b: Interval): string | null {
  return end(a) >= end(b) ? a.until : b.until;
}

function end(interval: Interval): string {
  return interval.until ?? forever;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
