import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import type { HeldEnrolment, Moment } from '../held-enrolment.js';
import { superseded } from '../superseded.js';
import type { EnrolmentFact } from './fact.js';

/** What a roll makes of one child's enrolments. */
export interface RollPlan {
  /** Enrolments that are new or not as they were held. */
  readonly changed: readonly HeldEnrolment[];
  /** How many of the facts are behind one of them. */
  readonly factsWritten: number;
}

/** What a school's file says of one of its pupils. */
export interface ToldRecord {
  readonly childId: string;
  readonly facts: readonly EnrolmentFact[];
}

/** What a roll showed from a day on. */
type Shown<Said> = Said & { readonly from: string };

const forever = '9999-12-31';

/** How long a corrected entry date may be after the one it corrects: half a term. Ours. Later it is a return. */
const CORRECTED_WITHIN_DAYS = 42;

// A return to a school must find the spell before it.
const byEntry = (a: EnrolmentFact, b: EnrolmentFact): number => (a.from < b.from ? -1 : Number(a.from > b.from));

/**
 * One child's enrolments after what rolls tell, at a moment, of some of the child's records. A record's own facts meet
 * its own enrolments alone: what is linked today may be taken apart tomorrow. The same facts again change nothing.
 */
export function planRoll(held: readonly HeldEnrolment[], told: readonly ToldRecord[], moment: Moment): RollPlan {
  const rolls = new Map(held.map((one) => [one.id, one]));
  const toldOf: string[] = [];
  for (const { childId, facts } of told) {
    for (const fact of [...facts].sort(byEntry)) {
      const own = [...rolls.values()].filter((one) => one.childId === childId);
      const spell = spellAfter(childId, sameSpell(own, fact), fact, moment);
      rolls.set(spell.id, spell);
      toldOf.push(spell.id);
    }
  }
  const before = new Map(held.map((one) => [one.id, textOf(one)]));
  const changed = superseded([...rolls.values()]).filter((one) => before.get(one.id) !== textOf(one));
  const ids = new Set(changed.map(({ id }) => id));
  return { changed, factsWritten: toldOf.filter((id) => ids.has(id)).length };
}

/**
 * A child is not on one roll twice at once: a fact that overlaps what is held of the same school is the same spell, its
 * dates corrected, or the roll that an UNKNOWN enrolment was waiting for. Where the school has said nothing of a
 * leaving, an entry long after the one it told is the child's return.
 */
function sameSpell(rolls: readonly HeldEnrolment[], { urn, from, until }: EnrolmentFact): HeldEnrolment | undefined {
  const atSchool = rolls.filter((one) => one.urn === urn);
  const returned = ({ from: entered, leftOn, status }: HeldEnrolment): boolean =>
    leftOn === null && status !== 'UNKNOWN' && from > lastCorrectionOf(entered);
  return (
    atSchool.find((one) => one.from === from) ??
    atSchool.find((one) => one.from < (until ?? forever) && from < (one.leftOn ?? forever) && !returned(one))
  );
}

function lastCorrectionOf(entered: string): string {
  return Temporal.PlainDate.from(entered).add({ days: CORRECTED_WITHIN_DAYS }).toString();
}

function spellAfter(
  childId: string,
  known: HeldEnrolment | undefined,
  fact: EnrolmentFact,
  { today, now }: Moment,
): HeldEnrolment {
  const told = taken(fact, known, today);
  if (!known) return { ...told, id: randomUUID(), childId, supersededOn: null, recordedAt: now };
  const next = { ...known, ...told };
  return textOf(next) === textOf(known) ? known : { ...next, recordedAt: now };
}

function taken(fact: EnrolmentFact, known: HeldEnrolment | undefined, today: string) {
  const { freeSchoolMeals: eligible, senProvision: provision } = fact;
  const codes = [...fact.needs].sort((a, b) => a.rank - b.rank).map(({ code }) => code);
  return {
    urn: fact.urn,
    yearGroup: fact.yearGroup,
    from: fact.from,
    leftOn: fact.until,
    status: fact.status,
    freeSchoolMeals: shownAfter(fact, known?.freeSchoolMeals ?? [], eligible === null ? null : { eligible }, today),
    leftCareBy: fact.leftCareBy,
    needs: shownAfter(fact, known?.needs ?? [], { codes }, today),
    provisions: shownAfter(fact, known?.provisions ?? [], { provision }, today),
  };
}

// A roll does not say since when: the first it shows counts from the entry, a change from the day we were told, or from
// the child's last day where that was before. A roll that says nothing takes nothing back.
function shownAfter<Said extends object>(
  { from, until }: EnrolmentFact,
  shown: readonly Shown<Said>[],
  said: Said | null,
  today: string,
): Shown<Said>[] {
  const kept = shown.map((one, index) => (index === 0 ? { ...one, from } : one));
  const last = kept.at(-1);
  if (said === null) return kept;
  if (last === undefined) return [{ ...said, from }];
  if (isDeepStrictEqual(last, { ...said, from: last.from })) return kept;
  const lastDay = until === null ? null : Temporal.PlainDate.from(until).subtract({ days: 1 }).toString();
  const told = lastDay !== null && lastDay < today ? lastDay : today;
  const toldOn = told > from ? told : from;
  return [...kept.filter((one) => one.from < toldOn), { ...said, from: toldOn }];
}

function textOf(one: HeldEnrolment): string {
  // All that is held of it but when it was told; `next` begins as a copy of what is known, so both are in one order.
  const provisions = one.provisions.map(({ provision, from }) => [provision, from]);
  const freeSchoolMeals = one.freeSchoolMeals.map(({ eligible, from }) => [eligible, from]);
  const needs = one.needs.map(({ codes, from }) => [codes, from]);
  return JSON.stringify({ ...one, recordedAt: null, provisions, freeSchoolMeals, needs });
}
