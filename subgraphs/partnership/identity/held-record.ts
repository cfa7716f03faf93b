import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { knownPerson, type Known } from '../matching/known.js';
import { hashOf, type MatchKey, matchKeys } from '../matching/match-keys.js';
import type { Version } from './golden.js';
import type { NumberClaim } from './number-claim.js';
import { identifierKey, recordKey } from './person-key.js';

/** One source's record as the child index holds it. */
export interface HeldRecord extends Version {
  /** The record's own id, under which its facts stand in every domain. */
  readonly childId: string;
  /** Order of first arrival. */
  readonly arrival: number;
  /** Family names the source gave before. */
  readonly formerFamilies: readonly string[];
  /** ISO date; the source asked for it to be deleted. */
  readonly deletedOn: string | null;
  /** Where its source knows two people by its number; nothing where the number is its alone. */
  readonly claim?: NumberClaim | null;
}

const valuesOf = (type: string, { identifiers }: PersonEvidence): string[] =>
  // The latest first: it is the one in force.
  identifiers
    .filter((one) => one.type === type)
    .map(({ value }) => value)
    .reverse();

/** What a record says, as it comes or as it is held. */
export type Said = PersonEvidence & {
  readonly formerFamilies?: readonly string[];
  readonly claim?: NumberClaim | null;
};

// Each is compared with many others.
const known = new WeakMap<Said, Known>();
const keyed = new WeakMap<Said, readonly EvidenceKey[]>();

/** What a record says, in the form in which it is compared. */
export function knownEvidence(said: Said): Known {
  const held = known.get(said) ?? compared(said);
  known.set(said, held);
  return held;
}

function compared(said: Said): Known {
  const person = {
    id: recordKey(said),
    given: said.given,
    family: said.family,
    previousFamily: said.previousFamily,
    dateOfBirth: said.dateOfBirth,
    sex: said.sex,
    postcode: said.postcode,
    address: null,
    town: null,
    email: null,
    phone: null,
    upn: null,
    nhsNumber: null,
  };
  return knownPerson(person, {
    preferred: said.preferred,
    formerFamilies: said.formerFamilies ?? [],
    upns: valuesOf('UPN', said),
    nhsNumbers: valuesOf('NHS_NUMBER', said),
  });
}

/** One thing a record may be found by, as its hash. */
export interface EvidenceKey {
  readonly key: number;
  /** A number of an agency's: never left out for being common. */
  readonly sure: boolean;
}

/** Everything a record may be found by among the others. */
export function keysOfEvidence(said: Said): readonly EvidenceKey[] {
  const held = keyed.get(said) ?? found(said);
  keyed.set(said, held);
  return held;
}

function found(said: Said): readonly EvidenceKey[] {
  // A number that is not held says nothing of who it is, and still leads to whoever else came under it.
  const carried = [...said.identifiers, ...(said.claim?.withheld ?? [])];
  const numbers: MatchKey[] = carried.map((one) => ({ text: `number ${identifierKey(one)}`, sure: true }));
  const keys = [...matchKeys(knownEvidence(said)), ...numbers].map(({ text, sure }) => ({ key: hashOf(text), sure }));
  return [...new Map(keys.map((one) => [one.key, one])).values()];
}
