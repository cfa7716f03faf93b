import { type Field, fields, type Levels, levelCounts } from './comparison.js';

/** How probable each level of each field is, silence aside: one row a field, one number a level from 1. */
export type Likelihoods = Readonly<Record<Field, readonly number[]>>;

/**
 * What is known of pairs of records, of three kinds. Without the second, brothers and sisters would look like one
 * child: they share a family name, an address and a parent's telephone.
 */
export interface Weights {
  /** Two records of one person. */
  readonly same: Likelihoods;
  /** Two people of one household: brothers and sisters, twins among them. */
  readonly household: Likelihoods;
  /** Two people who have nothing to do with each other. */
  readonly strangers: Likelihoods;
  /** Of all pairs there are, the share that is of one person. */
  readonly sameShare: number;
  readonly householdShare: number;
}

/**
 * What is expected before any data is seen. Strangers: given and family names as common as in a British town; dates of
 * birth of 25 years. One person: rates of slips and changes that linkage studies of English children report
 * (domain.md §7). They are not taken from any of the sets that the matcher is measured on.
 */
export const expected: Pick<Weights, 'same' | 'household' | 'strangers'> = {
  same: {
    given: [0.86, 0.04, 0.05, 0.02, 0.03],
    family: [0.9, 0.03, 0.04, 0.01, 0.02],
    born: [0.955, 0.03, 0.01, 0.005],
    sex: [0.99, 0.01],
    place: [0.62, 0.1, 0.1, 0.08, 0.1],
    email: [0.7, 0.15, 0.15],
    phone: [0.6, 0.4],
    upn: [0.97, 0.02, 0.01],
    nhs: [0.995, 0.005],
  },
  household: {
    given: [0.001, 0.003, 0.006, 0.06, 0.93],
    family: [0.9, 0.03, 0.02, 0.01, 0.04],
    born: [0.03, 0.006, 0.05, 0.914],
    sex: [0.5, 0.5],
    place: [0.75, 0.12, 0.04, 0.04, 0.05],
    email: [0.6, 0.05, 0.35],
    phone: [0.6, 0.4],
    upn: [0.0001, 0.02, 0.9799],
    nhs: [0.0001, 0.9999],
  },
  strangers: {
    given: [0.008, 0.008, 0.006, 0.06, 0.918],
    family: [0.004, 0.004, 0.004, 0.05, 0.938],
    born: [0.00012, 0.0024, 0.0075, 0.98998],
    sex: [0.5, 0.5],
    place: [0.0003, 0.0005, 0.01, 0.15, 0.8392],
    email: [0.0002, 0.003, 0.9968],
    phone: [0.0005, 0.9995],
    upn: [0.000001, 0.00005, 0.999949],
    nhs: [0.000001, 0.999999],
  },
};

/** The expected weights where so many records are held: a record has about two others of the same child among them. */
export function expectedWeights(records: number): Weights {
  const share = Math.min(0.05, 2 / Math.max(records, 1));
  return { ...expected, sameShare: share, householdShare: share };
}

/** How common a value is among the records, 0 to 1. */
export interface Commonness {
  /** Of the given name both have. */
  readonly given: number;
  /** Of the family name both have. */
  readonly family: number;
  /** Whether so many have the given name that it is one of its own, and no slip of the pen. */
  readonly givenAsItStands: boolean;
}

// A day that is put where only the year is known is as common as so many days of the year. Ours, to be careful by.
const defaultDays = 50;

// Names of one community go together: a full name is far more common than its two halves make it.
const togetherness = 8;

/** What the levels are as likely as, for one kind of pair. */
export function likelihood(levels: Levels, of: Likelihoods): number {
  let product = 1;
  for (let at = 0; at < fields.length; at++) {
    const level = levels[at] ?? 0;
    const field = fields[at];
    if (level > 0 && field) product *= of[field][level - 1] ?? 1;
  }
  return product;
}

/**
 * Whether no slip makes one person's records of these: another given name and another birthday are a brother's or a
 * sister's. Where few records are of one person, their many pairs would otherwise be learnt as what one person's look
 * like.
 */
const areTwo = ([given, , born]: Levels): boolean => given === 5 && (born === 3 || born === 4);

/** How likely the levels are for two records of one person. */
export const likelihoodOfSame = (levels: Levels, { sameShare, same }: Weights): number =>
  areTwo(levels) ? 0 : sameShare * likelihood(levels, same);

/**
 * The probability that two records are of one person (Fellegi and Sunter, with the household as a third kind of pair).
 * Where both have the same name, how common that very name is takes the place of how often names agree; to share a
 * birthday that was put where only the year is known says little.
 */
export function probabilityOf(
  levels: Levels,
  weights: Weights,
  common: Commonness | null = null,
  defaultBirthday = false,
): number {
  const same = likelihoodOfSame(levels, weights);
  const bornAlike = defaultBirthday && levels[2] === 1 ? defaultDays : 1;
  const household = weights.householdShare * likelihood(levels, weights.household) * bornAlike;
  let strangers = likelihood(levels, weights.strangers) * (1 - weights.sameShare - weights.householdShare) * bornAlike;
  if (common) {
    const given = levels[0] === 1;
    const family = levels[1] === 1;
    if (given) strangers *= common.given / (weights.strangers.given[0] ?? 1);
    if (family) strangers *= common.family / (weights.strangers.family[0] ?? 1);
    if (given && family) strangers *= togetherness;
  }
  return same / (same + household + strangers);
}

/** How common a value is, from its count among so many records; where there are few, more as is usual. */
function shareOf(count: number, records: number, usual: number | undefined): number {
  const asIf = 200;
  return (count + asIf * (usual ?? 0)) / (records + asIf);
}

/** How common a record's names are, from how many of so many records have each. */
export function commonnessOf(given: number, family: number, records: number): Commonness {
  return {
    given: shareOf(given, records, expected.strangers.given[0]),
    family: shareOf(family, records, expected.strangers.family[0]),
    // Fewer than these may be one slip of the pen, made twice.
    givenAsItStands: given >= Math.max(3, records / 1000),
  };
}

/** How many levels a field has, silence left out. */
export const spokenLevels = (field: Field): number => (levelCounts[fields.indexOf(field)] ?? 1) - 1;
