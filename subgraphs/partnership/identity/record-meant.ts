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

/** Of the records that a source holds under one number, the one that it speaks of; null where it is none of them. */
export function recordMeant<Held extends Said>(group: readonly Held[], said: PersonEvidence): Held | null {
  const near = group
    .filter((held) => !speaksOfAnother(held, said))
    .sort((a, b) => distance(a, said) - distance(b, said));
  return near[0] ?? null;
}

/** What tells two people under one number apart: the same for the same person, whoever came first. */
export function keyOfOne(number: string, said: Said): string {
  const { given, family, born, sex } = knownEvidence(said);
  const words = [given.whole, family.whole, born.year, born.month, born.day, sex].join('|');
  return `${number}~${createHash('sha256').update(words).digest('hex').slice(0, 16)}`;
}
