import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import type { NoticeFact } from '../../../platform/vocabulary/notice-fact.js';
import { oneRoll, overlap, type Spell } from './one-roll.js';

/** A spell on a roll, as far as it tells what somebody must be told of. */
export interface ToldSpell extends Spell {
  readonly id: string;
  readonly recordId: string;
  readonly school: { readonly urn: string; readonly name: string | null; readonly type: string | null };
}

// Of a child on two rolls, the one that answers for the child; and what is no roll of either kind tells of no move.
const main: readonly string[] = ['CURRENT', 'CURRENT_MAIN'];
const taught: readonly string[] = [...main, 'CURRENT_SUBSIDIARY'];

/** As the register of schools calls a pupil referral unit, and the academies and free schools that do its work. */
const alternative = /^pupil referral unit$|alternative provision/i;

const nameOf = ({ school: { name, urn } }: ToldSpell): string => name ?? `the school with the number ${urn}`;

/**
 * What a child's rolls tell of which somebody must be told: that a main roll ended and no other school's was there the day
 * it did; that the child moved to another school; and that the child is on the roll of alternative provision.
 * Each has the key of the spell that it follows from, so that it is the same however often it is told; and the keys of what
 * other records hold of the same spell, which told of it before they were the child's.
 */
export function rollFacts(spells: readonly ToldSpell[]): NoticeFact[] {
  const rolls = oneRoll(spells);
  const mains = rolls.filter(({ status }) => main.includes(status));
  return [
    ...mains.flatMap((one) => endOf(one, mains)),
    ...mains.flatMap((one) => moveTo(one, mains)),
    ...rolls.filter(isAlternative).map(placement),
  ].map(({ spell, kind, ...fact }) => {
    const keyOf = ({ id }: ToldSpell): string => `${words[kind]}/${id}`;
    const same = spells.filter((other) => !rolls.includes(other) && isSameSpell(other, spell));
    return { key: keyOf(spell), otherKeys: same.map(keyOf), recordId: spell.recordId, kind, ...fact };
  });
}

type Kind = 'ROLL_ENDED' | 'SCHOOL_MOVE' | 'PLACED_IN_ALTERNATIVE_PROVISION';

/** What a roll tells, with the spell that it follows from. */
interface RollFact extends Pick<NoticeFact, 'happenedOn' | 'organisation' | 'fact'> {
  readonly spell: ToldSpell;
  readonly kind: Kind;
}

const words: Readonly<Record<Kind, string>> = {
  ROLL_ENDED: 'roll-ended',
  SCHOOL_MOVE: 'school-move',
  PLACED_IN_ALTERNATIVE_PROVISION: 'placed',
};

const isSameSpell = (one: ToldSpell, other: ToldSpell): boolean =>
  one.school.urn === other.school.urn && overlap(one, other);

const isAlternative = ({ status, school: { type } }: ToldSpell): boolean =>
  taught.includes(status) && type !== null && alternative.test(type);

function endOf(one: ToldSpell, mains: readonly ToldSpell[]): RollFact[] {
  const { until } = one;
  if (until === null || mains.some((other) => goesOn(other, until))) return [];
  const fact = `No longer on the roll of ${nameOf(one)} from ${dayInWords(until)}: no other school’s roll is known to the hub on that day.`;
  return [{ spell: one, kind: 'ROLL_ENDED', happenedOn: until, organisation: null, fact }];
}

const goesOn = ({ from, until }: ToldSpell, day: string): boolean => from <= day && (until === null || day < until);

function moveTo(one: ToldSpell, mains: readonly ToldSpell[]): RollFact[] {
  const { from, school } = one;
  const before = mains.filter((other) => other.from < from).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (!before || before.school.urn === school.urn) return [];
  const fact = `Moved from ${nameOf(before)} to ${nameOf(one)}, on whose roll the child is from ${dayInWords(from)}.`;
  return [{ spell: one, kind: 'SCHOOL_MOVE', happenedOn: from, organisation: null, fact }];
}

function placement(one: ToldSpell): RollFact {
  const { from, status, school } = one;
  const beside = status === 'CURRENT_SUBSIDIARY' ? ', beside another school’s' : '';
  return {
    ...{ spell: one, kind: 'PLACED_IN_ALTERNATIVE_PROVISION', happenedOn: from },
    organisation: school.urn,
    fact: `Placed at ${nameOf(one)}: on its roll from ${dayInWords(from)}${beside}.`,
  };
}
