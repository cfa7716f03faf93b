import type { SchoolKind } from '../area.js';
import { openDays, type AcademicYear } from '../calendar.js';
import type { Enrolment } from '../child.js';
import type { Random } from '../random.js';
import type { Suspension } from '../suspension.js';
import type { Involvement } from './involvement.js';

/** What makes a pupil's suspension likelier. `cohort` is the age on 31 August before the newest of the years. */
export interface SuspendablePupil {
  readonly cohort: number;
  readonly senProvision: 'N' | 'K' | 'E';
  readonly freeMeals: boolean;
  readonly involvement: Involvement | null;
}

/** Share of pupils suspended in a year. Source: national-figures.md §5, 2023/24; of pupil referral units ours. */
const suspendedByKind: Readonly<Record<SchoolKind, number>> = {
  nursery: 0,
  primary: 0.0099,
  secondary: 0.0783,
  special: 0.0506,
  'referral-unit': 0.3,
};
/** How often in the year, of those: the rate is 2 to 3 times the share. */
const timesAYear: readonly (readonly [times: number, weight: number])[] = [
  [1, 47],
  [2, 20],
  [3, 11],
  [4, 8],
  [6, 7],
  [8, 5],
  [12, 2],
];
/** Half days, and how many of 100 suspensions last so long: most a day or less, a few into the sixth day. */
const lengths: readonly (readonly [sessions: number, weight: number])[] = [
  [1, 8],
  [2, 46],
  [3, 4],
  [4, 22],
  [6, 10],
  [10, 8],
  [14, 1.2],
  [20, 0.8],
];
/** The published order of the most frequent; the shares are shapes of ours. */
const reasons: readonly (readonly [codes: readonly string[], weight: number])[] = [
  [['DB'], 50],
  [['VA'], 14],
  [['PP'], 11],
  [['PA'], 4],
  [['DB', 'VA'], 6],
  [['OW'], 2],
  [['DA'], 3],
  [['DM'], 3],
  [['BU'], 1],
  [['RA'], 1],
  [['TH'], 1],
  [['MT'], 1],
];
/** How much likelier than others of the school; the rates by SEN and free meals of §5 come out of both together. */
export const likelier = ({ senProvision, freeMeals, involvement }: SuspendablePupil): number =>
  (senProvision === 'N' ? 0.72 : 1.75) * (freeMeals ? 1.9 : 0.66) * (involvement === null ? 1 : 1.2);
/** Year 9 is where it is most, and past Year 11 it is rare. */
const byYearGroup: Readonly<Record<number, number>> = {
  11: 0.8,
  12: 1.15,
  13: 1.3,
  14: 1.15,
  15: 0.75,
  16: 0.1,
  17: 0.1,
};
/** Days of a school year. */
const daysAYear = 190;
/** The day from which there must be education elsewhere. Source: SI 2007/1870 as amended by SI 2014/3216. */
export const sixthDay = 5;

/** The suspensions of a roll in these years, in order of their days; none that lies outside it, or is still to come. */
export function drawSuspensions(
  random: Random,
  pupil: SuspendablePupil,
  { school, from, until }: Pick<Enrolment, 'school' | 'from' | 'until'>,
  years: readonly AcademicYear[],
): readonly Suspension[] {
  return years.flatMap((year) => {
    const cohort = pupil.cohort - (newest(years) - year.year);
    const share = suspendedByKind[school.kind] * likelier(pupil) * (byYearGroup[cohort] ?? 1);
    const times = random.chance(Math.min(0.9, share)) ? random.weighted(timesAYear) : 0;
    const places = Array.from({ length: times }, () => random.int(0, daysAYear - 1)).sort((a, b) => a - b);
    const found: Suspension[] = [];
    let free = 0;
    for (const place of places) {
      const drawn = drawSuspension(random, school.kind, openDays(year).slice(place));
      if (place < free || drawn === null || drawn.suspension.from < from) continue;
      if (until !== null && drawn.lastDay >= until) continue;
      free = place + drawn.days;
      found.push(drawn.suspension);
    }
    return found;
  });
}

const newest = (years: readonly AcademicYear[]): number => Math.max(...years.map(({ year }) => year));

interface Drawn {
  readonly suspension: Suspension;
  readonly days: number;
  readonly lastDay: string;
}

/** One that begins on the first of the days, and is over by the last; null where there is no room. */
function drawSuspension(random: Random, kind: SchoolKind, days: readonly string[]): Drawn | null {
  const length = random.weighted(lengths);
  const session = length % 2 === 1 && random.chance(0.6) ? 'PM' : 'AM';
  const why = random.weighted(reasons);
  const [lunchtime, back, inPlace] = [random.chance(0.03), random.chance(0.015), random.chance(0.75)];
  const taken = Math.ceil((length + (session === 'PM' ? 1 : 0)) / 2);
  const [from, lastDay] = [days[0], days[taken - 1]];
  if (from === undefined || lastDay === undefined) return null;
  const begun = { from, reasons: why };
  if (lunchtime)
    return { suspension: { ...begun, category: 'LNCH', session: 'AM', length: 1 }, days: 1, lastDay: from };
  const provision = inPlace ? provisionFrom(days[sixthDay], taken, kind) : undefined;
  const cancelled = back && taken > 1 ? { cancelled: { on: days[1] ?? from, served: session === 'AM' ? 2 : 1 } } : {};
  return {
    suspension: { ...begun, category: 'SUSP', session, length, ...cancelled, ...(provision && { provision }) },
    days: taken,
    lastDay,
  };
}

function provisionFrom(on: string | undefined, taken: number, kind: SchoolKind): Suspension['provision'] {
  if (on === undefined || taken <= sixthDay) return undefined;
  return { on, provider: kind === 'secondary' ? 'Beacon Learning Centre' : 'Home tuition' };
}
