import { lastDayCounted } from '../../../platform/access/lifetime.js';
import type { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';
import type { Sex } from '../../../platform/vocabulary/sex.js';
import { ageOn } from './age.js';
import type { Child, Identifier, PersonName } from './child.type.js';
import { mayHold } from './identifier-roles.js';
import type { StoredChild } from './stored-child.js';

/** A child as one role sees them on a given day. Every field is named: a new column is never shown by accident. */
export function toChild(stored: StoredChild, role: string, today: string, diedOn: string | null): Child {
  return {
    id: stored.childId,
    name: nameOf(stored),
    dateOfBirth: stored.dateOfBirth,
    diedOn,
    age: ageOn(stored.dateOfBirth, lastDayCounted(today, diedOn)),
    sex: stored.sex as Sex,
    identifiers: stored.identifiers
      .map(({ type, value, verified }): Identifier => ({ type: type as IdentifierType, value, verified }))
      .filter(({ type }) => mayHold(role, type)),
  };
}

function nameOf({ given, family, preferred, previousFamily }: StoredChild): PersonName | null {
  if (given === null && family === null) return null;
  return { given, family, preferred, previousFamily: [...previousFamily] };
}
