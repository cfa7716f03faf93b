import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { ShownProvision } from '../../enrolment/stored-enrolment.js';
import { type HeldEnrolment, untilOf } from '../held-enrolment.js';
import type { EnrolmentFact } from './fact.js';

/** What a roll makes of one child's enrolments. */
export interface RollPlan {
  /** Enrolments that are new or not as they were held. */
  readonly changed: readonly HeldEnrolment[];
  /** How many of the facts are behind one of them. */
  readonly factsWritten: number;
}

const forever = '9999-12-31';

// A return to a school must find the spell before it ended by the one between.
const byEntry = (a: EnrolmentFact, b: EnrolmentFact): number => (a.from < b.from ? -1 : Number(a.from > b.from));

// Their roll ends where another main roll begins; a subsidiary one, a college or a guest may go on beside it.
const main: readonly string[] = ['CURRENT', 'CURRENT_MAIN'];
const endsBySuccession = new Set([...main, 'UNKNOWN']);

/** One child's enrolments after a roll's facts, told on a day. The same facts again change nothing. */
export function planRoll(
  childId: string,
  held: readonly HeldEnrolment[],
  facts: readonly EnrolmentFact[],
  today: string,
): RollPlan {
  let rolls = held;
  const toldOf: string[] = [];
  for (const fact of [...facts].sort(byEntry)) {
    const known = sameSpell(rolls, fact);
    const told = { ...taken(fact, known?.provisions ?? [], today), id: known?.id ?? randomUUID() };
    const others = rolls.filter(({ id }) => id !== told.id);
    rolls = superseded([...others, { ...told, childId: known?.childId ?? childId, supersededOn: null }]);
    toldOf.push(told.id);
  }
  const before = new Map(held.map((one) => [one.id, textOf(one)]));
  const changed = rolls.filter((one) => before.get(one.id) !== textOf(one));
  const ids = new Set(changed.map(({ id }) => id));
  return { changed, factsWritten: toldOf.filter((id) => ids.has(id)).length };
}

/**
 * A child is not on one roll twice at once: a fact that overlaps what is held of the same school is the same spell, its
 * dates corrected, or the roll that an UNKNOWN enrolment was waiting for.
 */
function sameSpell(rolls: readonly HeldEnrolment[], { urn, from, until }: EnrolmentFact): HeldEnrolment | undefined {
  const atSchool = rolls.filter((one) => one.urn === urn);
  return (
    atSchool.find(({ entryOn }) => entryOn === from) ??
    atSchool.find((one) => one.entryOn < (until ?? forever) && from < (untilOf(one) ?? forever))
  );
}

function taken(fact: EnrolmentFact, shown: readonly ShownProvision[], today: string) {
  return {
    urn: fact.urn,
    yearGroup: fact.yearGroup,
    entryOn: fact.from,
    leftOn: fact.until,
    status: fact.status,
    needs: [...fact.needs].sort((a, b) => a.rank - b.rank).map(({ code }) => code),
    freeSchoolMeals: fact.freeSchoolMeals,
    leftCareBy: fact.leftCareBy,
    provisions: provisionsAfter(fact, shown, today),
  };
}

// A roll does not say since when: the first provision counts from the entry, a change from the day we were told,
// or from the child's last day where that was before.
function provisionsAfter(
  { from, until, senProvision: provision }: EnrolmentFact,
  shown: readonly ShownProvision[],
  today: string,
): ShownProvision[] {
  if (shown.length === 0) return [{ provision, from }];
  const kept = shown.map((one, index) => ({ provision: one.provision, from: index === 0 ? from : one.from }));
  if (kept.at(-1)?.provision === provision) return kept;
  const lastDay = until === null ? null : Temporal.PlainDate.from(until).subtract({ days: 1 }).toString();
  const told = lastDay !== null && lastDay < today ? lastDay : today;
  const toldOn = told > from ? told : from;
  return [...kept.filter((one) => one.from < toldOn), { provision, from: toldOn }];
}

/**
 * A roll that does not say when the child left ends, for us, on the day a later main enrolment begins at another
 * school: a school that was slow to say so must not go on seeing the child.
 */
function superseded(rolls: readonly HeldEnrolment[]): HeldEnrolment[] {
  return rolls.map((one) => {
    const later = rolls
      .filter(({ urn, status, entryOn }) => urn !== one.urn && main.includes(status) && entryOn > one.entryOn)
      .map(({ entryOn }) => entryOn)
      .sort();
    const ends = one.leftOn === null && endsBySuccession.has(one.status);
    return { ...one, supersededOn: ends ? (later[0] ?? null) : null };
  });
}

function textOf(one: HeldEnrolment): string {
  const { id, childId, urn, yearGroup, entryOn, leftOn, supersededOn, status, freeSchoolMeals, leftCareBy } = one;
  const provisions = one.provisions.map(({ provision, from }) => [provision, from]);
  const plain = [id, childId, urn, yearGroup, entryOn, leftOn, supersededOn, status, freeSchoolMeals, leftCareBy];
  return JSON.stringify([...plain, one.needs, provisions]);
}
