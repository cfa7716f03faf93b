import { lastDayCounted } from '../../../platform/access/lifetime.js';
import type { Shown } from '../../../platform/access/seen.js';
import { ageOn } from './age.js';
import type { Child, Identifier, PersonName } from './child.type.js';
import type { StoredChild } from './stored-child.js';

/** A child as shown to one caller on a given day. Every field is named: a new column is never shown by accident. */
export function toChild(stored: StoredChild, { facets, diedOn }: Omit<Shown, 'basis'>, today: string): Child {
  return {
    id: stored.childId,
    name: nameOf(stored),
    dateOfBirth: stored.dateOfBirth,
    diedOn,
    age: ageOn(stored.dateOfBirth, lastDayCounted(today, diedOn)),
    sex: stored.sex,
    identifiers: stored.identifiers
      .map(({ type, value, verified }): Identifier => ({ type, value, verified }))
      .filter(({ type }) => facets.has(type)),
  };
}

/**
 * What is told where a child is shown in part: who the child is. Not the numbers, by which others could be asked, and of
 * which some say where the child is known.
 */
export function inPart({ id, name, dateOfBirth, diedOn, age, sex }: Child): Child {
  return { id, name, dateOfBirth, diedOn, age, sex, identifiers: [] };
}

/** A child of whom it may be told that something is held, and nothing of what it is. */
export function existing(id: string): Child {
  return { id, name: null, dateOfBirth: null, diedOn: null, age: null, sex: null, identifiers: null };
}

function nameOf({ given, family, preferred, previousFamily }: StoredChild): PersonName | null {
  if (given === null && family === null) return null;
  return { given, family, preferred, previousFamily: [...previousFamily] };
}
