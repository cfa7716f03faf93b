import type { CareEpisode } from '../child.js';
import { addDays, daysBetween, later } from '../dates.js';
import type { Random } from '../random.js';
import { dayBetween, daysInBand, type Bands } from './interval.js';
import { drawPostcode } from './person.js';

const lookedAfterFor: Bands = [
  [[5, 180], 20],
  [[181, 365], 18],
  [[366, 1095], 32],
  [[1096, 2500], 30],
];
const placements: readonly (readonly [string, number])[] = [
  ['U6', 36],
  ['U4', 16],
  ['U3', 12],
  ['U1', 5],
  ['K2', 12],
  ['P1', 6],
  ['R1', 1],
];
const needCodes: readonly (readonly [string, number])[] = [
  ['N1', 67],
  ['N2', 2],
  ['N3', 2],
  ['N4', 7],
  ['N5', 12],
  ['N6', 1],
  ['N8', 9],
];
const endings: readonly (readonly [string, number])[] = [
  ['E4A', 40],
  ['E45', 30],
  ['E46', 10],
  ['E41', 20],
];

/**
 * One period of care as a chain of episodes, each beginning where the last ended (domain.md §2.1, rules 142 to 437);
 * open at the as-at date, or ended since `yearStart` where `left`.
 */
export function drawCare(
  random: Random,
  dob: string,
  asAt: string,
  yearStart: string,
  left: boolean,
): readonly CareEpisode[] {
  const until = left ? dayBetween(random, yearStart, asAt) : null;
  const end = until ?? asAt;
  const start = later(dob, addDays(end, -daysInBand(random, lookedAfterFor)));
  const needCode = random.weighted(needCodes);
  const first: CareEpisode = {
    from: start,
    until: null,
    reasonStarted: 'S',
    legalStatus: random.weighted([
      ['V2', 30],
      ['C1', 70],
    ] as const),
    needCode,
    ...drawPlacement(random, daysBetween(dob, asAt)),
  };
  const chain = [first];
  const long = daysBetween(start, end);
  if (long > 240 && first.legalStatus === 'C1') extend(chain, addDays(start, random.int(150, 220)), fullOrder);
  if (long > 330 && random.chance(0.45)) {
    const placement = drawPlacement(random, daysBetween(dob, asAt));
    extend(chain, addDays(start, random.int(240, long - 40)), (last) => ({
      ...last,
      ...placement,
      reasonStarted: 'P',
    }));
  }
  const last = chain.pop() ?? first;
  const ended = until === null || until <= last.from ? last : { ...last, until, reasonEnded: random.weighted(endings) };
  return [...chain, ended];
}

function fullOrder(last: CareEpisode): CareEpisode {
  return { ...last, reasonStarted: 'L', legalStatus: 'C2' };
}

function extend(chain: CareEpisode[], on: string, change: (last: CareEpisode) => CareEpisode): void {
  const last = chain.pop();
  if (last === undefined) return;
  const next = change({ ...last, from: on });
  const reasonChanged = next.reasonStarted === 'P' ? 'CARPL' : '';
  chain.push({ ...last, until: on, reasonEnded: 'X1', reasonChanged }, next);
}

function drawPlacement(
  random: Random,
  daysOld: number,
): Pick<CareEpisode, 'placement' | 'placementProvider' | 'placementPostcode'> {
  const placement = daysOld > 16 * 365 && random.chance(0.35) ? 'K3' : random.weighted(placements);
  const provider = random.weighted([
    ['PR1', 46],
    ['PR4', 43],
    ['PR5', 7],
    ['PR2', 1],
  ] as const);
  return {
    placement,
    placementProvider: placement === 'P1' ? 'PR0' : provider,
    placementPostcode: drawPostcode(random),
  };
}
