import type { Identifiers } from '../identifiers.js';
import type { Random } from '../random.js';
import { drawContact, type Phones } from './contact.js';
import { drawHome } from './home.js';
import { drawPool, type NamePool } from '../names/name-pools.js';
import type { TrueChild } from './person.js';
import { population } from './rates.js';

/** What every family of one area is drawn against. */
export interface PersonArea {
  readonly asAt: string;
  /** How many postcodes and schools there are. */
  readonly postcodes: number;
  readonly schools: number;
  readonly identifiers: Identifiers;
  readonly phones: Phones;
}

/** What the children of one mother share. */
export interface Household extends Pick<TrueChild, 'family' | 'home' | 'formerHome' | 'contacts' | 'familyKnown'> {
  readonly pool: NamePool;
}

export function drawHousehold(random: Random, area: PersonArea): Household {
  const pool = drawPool(random);
  const family = drawSurname(random, pool);
  const mother = drawContact(random, pool.girls.draw(random), drawParentSurname(random, pool, family), area.phones);
  const father = (): TrueChild['contacts'] => [
    mother,
    drawContact(random, pool.boys.draw(random), family, area.phones),
  ];
  return {
    pool,
    family,
    home: drawHome(random, area.postcodes),
    formerHome: random.chance(population.movedFamily) ? drawHome(random, area.postcodes) : null,
    contacts: random.chance(population.loneParent) ? [mother] : father(),
    familyKnown: random.chance(population.familyKnown),
  };
}

/** One of the pool's, or two of them joined. */
export function drawSurname(random: Random, pool: NamePool): string {
  const surname = pool.surnames.draw(random);
  if (!pool.joinsSurnames || !random.chance(population.doubleBarrelled)) return surname;
  const other = pool.surnames.draw(random);
  return other === surname || `${other}${surname}`.includes('-') ? surname : `${surname}-${other}`;
}

function drawParentSurname(random: Random, pool: NamePool, family: string): string {
  return random.chance(population.parentOfAnotherName) ? pool.surnames.draw(random) : family;
}
