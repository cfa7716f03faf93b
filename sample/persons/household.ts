import type { Identifiers } from '../identifiers.js';
import { drawSurname } from '../person/draw-surname.js';
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
  const family = drawFamilyName(random, pool);
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

/** A family name of the pool's. */
export function drawFamilyName(random: Random, { surnames, joinsSurnames }: NamePool): string {
  const draw = (of: Random): string => surnames.draw(of);
  return drawSurname(random, { draw, mayJoin: () => joinsSurnames, joined: population.doubleBarrelled });
}

function drawParentSurname(random: Random, pool: NamePool, family: string): string {
  return random.chance(population.parentOfAnotherName) ? pool.surnames.draw(random) : family;
}
