import { nameLists, type NameList } from './name-lists.js';
import type { Random } from '../random.js';
import { moreGivenNames } from './given-names.js';
import { Ranked } from './ranked.js';
import { moreSurnames } from './surnames.js';

/** The names of families of one background, as skewed as such names are. */
export interface NamePool {
  readonly girls: Ranked;
  readonly boys: Ranked;
  readonly surnames: Ranked;
  /** Whether parents join their surnames with a hyphen. */
  readonly joinsSurnames: boolean;
  /** Whether boys may be named Muhammad first, after the Prophet, and called by the second name. */
  readonly muhammadFirst: boolean;
}

/** Where few surnames serve many families, one Khan or Patel in ten is usual; elsewhere the head is broad. */
const broadHead = 9;
const narrowHead = 1;
const narrow = new Set(['APKN', 'ABAN', 'AIND', 'CHNE']);
const british = new Set(['WBRI', 'MWBC', 'MWAS', 'BCRB']);
const southAsianMuslim = new Set(['APKN', 'ABAN']);

const pools = nameLists.map((list) => [poolOf(list), list.weight] as const);

/** A family's pool, as often as pupils have that background. */
export function drawPool(random: Random): NamePool {
  return random.weighted(pools);
}

function poolOf({ ethnicity, girls, boys, surnames }: NameList): NamePool {
  const more = moreGivenNames[ethnicity];
  const flatness = narrow.has(ethnicity) ? narrowHead : broadHead;
  return {
    girls: new Ranked([...(more?.girls ?? []), ...girls], flatness),
    boys: new Ranked([...(more?.boys ?? []), ...boys], flatness),
    surnames: new Ranked([...(moreSurnames[ethnicity] ?? []), ...surnames], flatness),
    joinsSurnames: british.has(ethnicity),
    muhammadFirst: southAsianMuslim.has(ethnicity),
  };
}
