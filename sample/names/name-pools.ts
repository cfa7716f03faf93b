import type { Random } from '../random.js';
import { type Background, backgrounds } from './backgrounds.js';
import { Ranked } from './ranked.js';

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

const pools = backgrounds.map((background) => [poolOf(background), background.weight] as const);

/** A family's pool, as often as pupils have that background. */
export function drawPool(random: Random): NamePool {
  return random.weighted(pools);
}

function poolOf({ ethnicity, all }: Background): NamePool {
  const flatness = narrow.has(ethnicity) ? narrowHead : broadHead;
  return {
    girls: new Ranked(all.girls, flatness),
    boys: new Ranked(all.boys, flatness),
    surnames: new Ranked(all.surnames, flatness),
    joinsSurnames: british.has(ethnicity),
    muhammadFirst: southAsianMuslim.has(ethnicity),
  };
}
