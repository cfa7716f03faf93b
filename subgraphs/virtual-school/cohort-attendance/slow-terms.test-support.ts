import type { Slice } from './week-slices.js';

/** The first day of the term that most days of a week are in, day by day. */
function termBegins(weekBeginning: string): string {
  const firsts = [0, 1, 2, 3, 4].map((after) => {
    const on = new Date(Date.parse(weekBeginning) + after * 86_400_000);
    const month = on.getUTCMonth() + 1;
    return `${String(on.getUTCFullYear())}-${month >= 9 ? '09' : month >= 4 ? '04' : '01'}-01`;
  });
  return firsts.find((first) => firsts.filter((one) => one === first).length >= 3) ?? '';
}

/** Whether no other slice is of the same week and cohort. */
export const isAlone = (slices: readonly Slice[], { weekBeginning, cohort }: Slice): boolean =>
  slices.filter((one) => one.weekBeginning === weekBeginning && one.cohort === cohort).length === 1;

/** What slices of one child add up to by term and all their words, each pair looked at. */
export function addedUp(slices: readonly Slice[]): object[] {
  const named = slices.map((slice) => {
    const { cohort, schoolUrn, team, phase, senProvision, freeSchoolMeals } = slice;
    const words = { cohort, schoolUrn, team, phase, senProvision, freeSchoolMeals };
    return { slice, words: { ...words, termBegins: termBegins(slice.weekBeginning) } };
  });
  const texts = [...new Set(named.map(({ words }) => JSON.stringify(words)))];
  return texts.map((text) => {
    const within = named.flatMap(({ slice, words }) => (JSON.stringify(words) === text ? slice : []));
    const weeks = within.map(({ weekBeginning }) => weekBeginning).sort();
    const sum = (of: 'possible' | 'attended'): number => within.reduce((total, one) => total + one[of], 0);
    return {
      ...(JSON.parse(text) as object),
      ...{ firstWeek: weeks[0], lastWeek: weeks.at(-1), possible: sum('possible'), attended: sum('attended') },
    };
  });
}
