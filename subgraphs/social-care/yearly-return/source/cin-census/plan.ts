import { type DateBound, rangeFault } from '../../../../../platform/ingest/bounds.js';
import { xmlDate } from '../../../../../platform/ingest/plain-date.js';
import { type Spell, spell } from '../../spell.js';
import type { Notes } from './notes.js';
import type { CinPlan } from './parse.js';

interface PlanKind {
  readonly kind: Spell['kind'];
  readonly words: string;
  readonly startRule: string;
  readonly endRule: string;
  readonly sameDayRule: string;
  readonly yearRule: string;
}

/** Rule numbers: CIN census business rules 2022/23. */
export const childInNeed: PlanKind = {
  kind: 'CHILD_IN_NEED_PLAN',
  words: 'CIN plan',
  startRule: 'cin-4010',
  endRule: 'cin-4011',
  sameDayRule: 'cin-4012Q',
  yearRule: 'cin-4013',
};
export const childProtection: PlanKind = {
  kind: 'CHILD_PROTECTION_PLAN',
  words: 'child protection plan',
  startRule: 'cin-8720',
  endRule: 'cin-8925',
  sameDayRule: 'cin-8840',
  yearRule: 'cin-8930',
};

/** The case that a plan belongs to, and the days that its census speaks of. */
export interface CaseOfPlan {
  readonly closedOn: string | null;
  readonly lastDay: string;
  /** The days on which what it tells of may be. */
  readonly event: DateBound;
}

/**
 * A plan as a spell, or null with the reason noted. A plan without an end of its own ended when the case was closed.
 * One that ends on the day it starts holds no day, and is named and kept as that.
 */
export function planOf(plan: CinPlan, kind: PlanKind, of: CaseOfPlan, notes: Notes): Spell | null {
  const startedOn = xmlDate.read(plan.start);
  if (startedOn === null) {
    notes.lose(kind.startRule, `The start date of a ${kind.words} is missing or is not a date.`);
    return null;
  }
  if (startedOn > of.lastDay) {
    notes.note(kind.startRule, `A ${kind.words} starts after the end of the data collection period.`);
    return null;
  }
  const outside = rangeFault(of.event, `The start date of a ${kind.words}`, startedOn);
  if (outside) {
    notes.lose(outside.rule, outside.reason);
    return null;
  }
  const endedOn = endOf(plan, startedOn, kind, of, notes);
  if (endedOn === undefined) return null;
  const reviewedOn = lastReview(plan.reviews, startedOn, of.event, notes);
  return spell(kind.kind, startedOn, endedOn, { reviewedOn });
}

/** Null where the plan was still open at the end of the year; undefined, with the reason noted, where it cannot be read. */
function endOf(
  plan: CinPlan,
  startedOn: string,
  kind: PlanKind,
  { closedOn, lastDay }: CaseOfPlan,
  { lose, note }: Notes,
): string | null | undefined {
  const own = plan.end === '' ? null : xmlDate.read(plan.end);
  if (plan.end !== '' && (own === null || own < startedOn)) {
    lose(kind.endRule, `The end date of a ${kind.words} is not a date, or is before its start.`);
    return undefined;
  }
  if (own !== null && own > lastDay) {
    note(kind.yearRule, `A ${kind.words} ends after the census year, or after today: it is taken as open.`);
    return null;
  }
  const endedOn = own ?? closedOn;
  if (endedOn !== null && endedOn < startedOn) {
    lose('cin-8565', `A ${kind.words} starts after its case was closed (CINclosureDate).`);
    return undefined;
  }
  if (endedOn === startedOn) {
    const ends = own === null ? 'its case was closed (CINclosureDate)' : 'it ends';
    note(kind.sameDayRule, `A ${kind.words} starts on the day ${ends}: it was held on no day.`);
  }
  return endedOn;
}

function lastReview(reviews: readonly string[], startedOn: string, event: DateBound, { note }: Notes): string | null {
  let last: string | null = null;
  for (const text of reviews) {
    const review = xmlDate.read(text);
    if (review === null) note('cin-8842Q', 'A review date is missing or is not a date.');
    else if (review <= startedOn)
      note('cin-8841', 'A review date is not after the start of its child protection plan.');
    else {
      const outside = rangeFault(event, 'A review date', review);
      if (outside) note(outside.rule, outside.reason);
      else if (last === null || review > last) last = review;
    }
  }
  return last;
}
