import type { SchoolKind } from '../area.js';
import type { Schooling } from '../child.js';
import type { Random } from '../random.js';
import type { Involvement } from './involvement.js';

type Provision = Schooling['senProvision'];

/** Shares with SEN support and with an EHC plan in mainstream; boys about twice girls. national-figures.md §7. */
export function drawSenProvision(
  random: Random,
  kind: SchoolKind,
  sex: 'F' | 'M',
  involvement: Involvement | null,
): Provision {
  if (kind === 'special') return 'E';
  const [support, plan] = shares(kind, involvement);
  const lean = sex === 'M' ? 1.25 : 0.75;
  const drawn = random.next();
  if (drawn < plan * lean) return 'E';
  return drawn < (plan + support) * lean ? 'K' : 'N';
}

function shares(
  kind: Exclude<SchoolKind, 'special'>,
  involvement: Involvement | null,
): readonly [support: number, plan: number] {
  if (kind === 'referral-unit') return [0.62, 0.22];
  if (involvement === 'LOOKED_AFTER') return [0.27, 0.28];
  if (involvement !== null) return [0.25, 0.18];
  return inMainstream[kind];
}

const inMainstream = {
  primary: [0.148, 0.035],
  secondary: [0.136, 0.032],
  nursery: [0.15, 0.02],
} as const;

/** SEN type codes of the main and, for some, the second need; none without provision. national-figures.md §8. */
export function drawSenNeeds(random: Random, provision: Provision, involvement: Involvement | null): readonly string[] {
  if (provision === 'N') return [];
  const weights = provision === 'K' ? supportNeeds : planNeeds;
  const shaped = weights.map(
    ([code, weight]) => [code, code === 'SEMH' && involvement ? weight * 2.4 : weight] as const,
  );
  const first = random.weighted(shaped);
  const second = random.weighted(weights);
  return random.chance(provision === 'E' ? 0.45 : 0.2) && second !== first ? [first, second] : [first];
}

const supportNeeds: readonly (readonly [string, number])[] = [
  ['SLCN', 25.1],
  ['SEMH', 20],
  ['MLD', 18.9],
  ['SPLD', 14.4],
  ['ASD', 7.6],
  ['NSA', 4.4],
  ['OTH', 4.3],
  ['PD', 2.2],
  ['HI', 1.6],
  ['VI', 0.9],
  ['MSI', 0.3],
];
const planNeeds: readonly (readonly [string, number])[] = [
  ['ASD', 31.3],
  ['SLCN', 17.4],
  ['SEMH', 15],
  ['MLD', 9.7],
  ['SLD', 9.5],
  ['PD', 4.2],
  ['SPLD', 3.9],
  ['PMLD', 3.1],
  ['OTH', 2.5],
  ['HI', 1.9],
  ['VI', 1.1],
  ['DS', 0.6],
  ['MSI', 0.3],
];
