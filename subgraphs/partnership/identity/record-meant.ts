import { createHash } from 'node:crypto';
import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { compare, levelOf } from '../matching/comparison.js';
import { knownEvidence, type Said } from './held-record.js';

/**
 * Whether what a source says next under one of its numbers is about somebody else than what it said before: given name
 * and birthday both differ, or, in a file that gives the number to two people, the given name alone. Where the birthday is
 * the same and the sex is not, it is the twin of the other sex. Where names are not held, the birthday differs by more
 * than a slip, and so does the sex or the unique pupil number. All else is an ordinary correction.
 */
export function speaksOfAnother(held: Said, said: PersonEvidence): boolean {
  const levels = compare(knownEvidence(held), knownEvidence(said));
  const [given, born] = [levelOf(levels, 'given'), levelOf(levels, 'born')];
  const otherSex = levelOf(levels, 'sex') === 2;
  if (given === 0) return born >= 3 && (otherSex || levelOf(levels, 'upn') === 3);
  if (given === 5) return born >= 2 || otherSex || said.keyIsShared === true;
  // A name that is only like the other, with a birthday that is no slip of the other's: a brother's or sister's.
  return (given === 4 && born >= 3) || (given === 3 && born === 4);
}

/** How far what is said is from a record, the nearest first: by given name, then by birthday, then by sex. */
function distance(held: Said, said: PersonEvidence): number {
  const levels = compare(knownEvidence(held), knownEvidence(said));
  const far = (level: number): number => (level === 0 ? 1 : level);
  return far(levelOf(levels, 'given')) * 100 + far(levelOf(levels, 'born')) * 10 + far(levelOf(levels, 'sex'));
}

/**
 * Of the records that came under one number, the one that is spoken of now: `NOBODY` of them where it is somebody else,
 * `UNCLEAR` where it says too little to tell two of them apart. Of a number that two people came under, another given name
 * is no correction.
 */
export function recordMeant<Held extends Said>(
  group: readonly Held[],
  said: PersonEvidence,
  isOneChild: (a: Held, b: Held) => boolean = () => false,
): Held | 'NOBODY' | 'UNCLEAR' {
  const strictly = group.length > 1 ? { ...said, keyIsShared: true } : said;
  const [nearest, ...others] = group
    .filter((held) => !speaksOfAnother(held, strictly))
    .map((held) => ({ held, far: distance(held, said) }))
    .sort((a, b) => a.far - b.far);
  if (!nearest) return 'NOBODY';
  const asNear = [nearest, ...others.filter(({ far }) => far === nearest.far)].map(({ held }) => held);
  if (asNear.every((one) => one === nearest.held || isOneChild(one, nearest.held))) return nearest.held;
  // A person has said already whose the number is.
  const holders = asNear.filter(({ claim }) => claim?.state === 'HELD');
  return holders.length === 1 && holders[0] ? holders[0] : 'UNCLEAR';
}

/** What tells two people under one number apart: the same for the same person, whoever came first. */
export function keyOfOne(number: string, said: Said): string {
  const { given, family, born, sex } = knownEvidence(said);
  const words = [given.whole, family.whole, born.year, born.month, born.day, sex].join('|');
  return `${number}~${createHash('sha256').update(words).digest('hex').slice(0, 16)}`;
}
