import { addDays } from '../dates.js';
import { drawSex } from '../person/draw-sex.js';
import type { Random } from '../random.js';
import { drawContact } from './contact.js';
import { drawHome } from './home.js';
import { drawFamilyName, type Household, type PersonArea } from './household.js';
import { drawNamesGiven } from './names-given.js';
import type { TrueChild } from './person.js';
import { population } from './rates.js';

/** One delivery of one mother. */
export interface Birth {
  /** Its place among hers, from 0. */
  readonly number: number;
  /** Days before the as-at date; negative where it is still expected. */
  readonly daysAgo: number;
}

const adult = 18;
const grown = 19;
const schoolAge = 5;
const nurseryAge = 3;

/** A child of the household. `siblings` are those already in it: a twin among them shares day and family name. */
export function drawTrueChild(
  random: Random,
  area: PersonArea,
  household: Household,
  birth: Birth,
  siblings: readonly TrueChild[],
): TrueChild {
  const twin = siblings.find((sibling) => sibling.birth === birth.number) ?? null;
  const dateOfBirth = addDays(area.asAt, -birth.daysAgo);
  const age = ageAt(dateOfBirth, area.asAt);
  const sex = drawSex(random, twin);
  const names = {
    ...drawNamesGiven(random, household.pool, sex, siblings, twin),
    ...(twin ? { family: twin.family, formerFamily: twin.formerFamily } : drawFamilyNames(random, household, birth)),
  };
  return {
    ...names,
    dateOfBirth,
    born: birth.daysAgo >= 0,
    age,
    sex,
    ...drawLife(random, area, household, { ...names, age, dateOfBirth }),
    birth: birth.number,
  };
}

/** A stranger of the same name, sex and birthday. */
export function drawNamesake(random: Random, area: PersonArea, household: Household, of: TrueChild): TrueChild {
  return { ...of, second: '', formerFamily: '', ...drawLife(random, area, household, of), birth: 0 };
}

function drawFamilyNames(
  random: Random,
  { pool, family }: Household,
  birth: Birth,
): Pick<TrueChild, 'family' | 'formerFamily'> {
  const own = birth.number > 0 && random.chance(population.halfSibling) ? drawFamilyName(random, pool) : family;
  const former = random.chance(population.renamed) ? drawFamilyName(random, pool) : '';
  return { family: own, formerFamily: former === own ? '' : former };
}

type Life = Omit<
  TrueChild,
  'given' | 'second' | 'family' | 'formerFamily' | 'dateOfBirth' | 'born' | 'age' | 'sex' | 'birth'
>;

/** Homes, contacts and identifiers: the family's own but for those grown and apart and those in care. */
function drawLife(
  random: Random,
  area: PersonArea,
  household: Household,
  child: Pick<TrueChild, 'given' | 'family' | 'age' | 'dateOfBirth'>,
): Life {
  const apart = child.age >= grown && random.chance(population.grownAndApart);
  const lookedAfter = child.age >= 0 && child.age < adult && random.chance(population.lookedAfter);
  const { home, formerHome, contacts, familyKnown } = household;
  return {
    home: apart ? drawHome(random, area.postcodes) : home,
    formerHome: apart ? home : formerHome,
    placement: lookedAfter ? drawHome(random, area.postcodes) : null,
    contacts: apart ? [drawContact(random, child.given, child.family, area.phones)] : contacts,
    upn: drawUpn(random, area, child),
    nhsNumber: area.identifiers.nextNhsNumber(),
    familyKnown,
  };
}

/** Given out by the first maintained school or nursery, in the year the child came to it. */
function drawUpn(random: Random, area: PersonArea, child: Pick<TrueChild, 'age' | 'dateOfBirth'>): string | null {
  const { age, dateOfBirth } = child;
  const share = age >= schoolAge ? 1 - population.withoutUpn : age >= nurseryAge ? population.upnUnderFive : 0;
  if (!random.chance(share)) return null;
  const startedAt = Math.min(age, random.int(nurseryAge, schoolAge));
  const establishment = String(firstEstablishment + random.int(0, area.schools - 1));
  return area.identifiers.nextUpn(establishment, Number(dateOfBirth.slice(0, 4)) + startedAt);
}

const firstEstablishment = 2000;

/** Whole years at a date; negative before birth. */
function ageAt(dateOfBirth: string, asAt: string): number {
  const years = Number(asAt.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  if (dateOfBirth > asAt) return -1;
  return asAt.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}
