import { Temporal } from 'temporal-polyfill';
import { academicYear } from '../../../platform/code-sets/academic-year.js';
import type { AttentionFact } from '../../../platform/vocabulary/attention-fact.js';
import type { AttentionKind } from '../../../platform/vocabulary/attention-kind.js';
import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import { exclusionRuns } from '../suspension/exclusion-runs.js';
import { yearOf } from '../suspension/limit-of-45.js';
import { type IsSchoolDay, servedSessions, sessionsOf } from '../suspension/served-sessions.js';
import { type ProvidedSuspension, sixthDayDuties } from '../suspension/sixth-day.js';
import { SuspensionCategory } from '../suspension/suspension-category.js';

/** What is known around a child’s suspensions. */
export interface Around {
  readonly isSchoolDay: IsSchoolDay;
  /** Whether the child is of compulsory school age still on a day, by the roll of a school. */
  readonly isOfSchoolAge: (urn: string, on: string) => boolean;
  /** The first day after one on which the child is on another school’s main roll; null where none is known. */
  readonly nextRollAfter: (urn: string, on: string) => string | null;
}

type Suspensions = readonly ProvidedSuspension[];

/**
 * What of a child’s suspensions needs attention: each while it lasts; a school year that comes near the 45 school days, from the
 * suspension that does; and provision that is owed from the sixth day, from that day until it is in place or nothing is owed
 * any more. The suspensions are told once each; lunchtimes are none of those that are told of by themselves.
 */
export function suspensionAttention(suspensions: Suspensions, around: Around): AttentionFact[] {
  return [
    ...suspensions.flatMap((one) => lasting(one, around)),
    ...nearTheLimit(suspensions, around),
    ...withoutProvision(suspensions, around),
  ];
}

const dayAfter = (on: string): string => Temporal.PlainDate.from(on).add({ days: 1 }).toString();

function standing(
  kind: AttentionKind,
  what: string,
  from: string,
  until: string | null,
  fact: string,
): AttentionFact[] {
  if (until !== null && until <= from) return [];
  return [{ key: `${kind}/${what}`, kind, facet: null, fact, since: from, from, until }];
}

const isForGood = ({ category }: ProvidedSuspension): boolean => category === SuspensionCategory.PERMANENT;

/** A permanent exclusion lasts until another school has the child, or it is cancelled. */
function lasting(one: ProvidedSuspension, { isSchoolDay, nextRollAfter }: Around): AttentionFact[] {
  const { urn, startedOn, category, cancelledOn } = one;
  const what = `${urn}/${startedOn}/${category}`;
  if (isForGood(one)) {
    const until = cancelledOn ?? nextRollAfter(urn, startedOn);
    return standing('SUSPENSION', what, startedOn, until, `Permanently excluded from ${dayInWords(startedOn)}.`);
  }
  const sessions = sessionsOf(one);
  if (sessions === 0) return [];
  const last = servedSessions(one, isSchoolDay).at(-1)?.on ?? startedOn;
  const days = sessions / 2;
  const fact = `Suspended from ${dayInWords(startedOn)}, for ${String(days)} school ${days === 1 ? 'day' : 'days'}.`;
  return standing('SUSPENSION', what, startedOn, dayAfter(last), fact);
}

/** Since the suspension with which the year’s days first come near the limit. */
function nearTheLimit(suspensions: Suspensions, { isSchoolDay }: Around): AttentionFact[] {
  const inOrder = [...suspensions].sort((a, b) => a.startedOn.localeCompare(b.startedOn));
  const years = [...new Set(inOrder.map(({ startedOn }) => academicYear(startedOn)))];
  return years.flatMap((year) => {
    const { warning } = yearOf(inOrder, year, isSchoolDay);
    const near = inOrder.find((_, at) => yearOf(inOrder.slice(0, at + 1), year, isSchoolDay).warning !== null);
    const until = `${String(Number(year.slice(0, 4)) + 1)}-09-01`;
    return warning === null || !near ? [] : standing('NEAR_45_DAYS', year, near.startedOn, until, warning);
  });
}

function withoutProvision(suspensions: Suspensions, around: Around): AttentionFact[] {
  const { isSchoolDay, isOfSchoolAge, nextRollAfter } = around;
  const runs = exclusionRuns(suspensions, isSchoolDay);
  // Whether a day is over is for whoever reads the fact: it stands from the day on.
  return sixthDayDuties(suspensions, isSchoolDay, '', isOfSchoolAge).flatMap(({ of, dueOn, inPlaceOn }) => {
    const run = runs.find((one) => one.suspensions[0] === of);
    const ended = isForGood(of)
      ? (of.cancelledOn ?? nextRollAfter(of.urn, of.startedOn))
      : dayAfter(run?.days.at(-1) ?? dueOn);
    const until = [inPlaceOn, ended].flatMap((day) => day ?? []).sort()[0] ?? null;
    const whose = isForGood(of) ? 'the council' : 'the school';
    const fact = `Full-time education was due from ${whose} by ${dayInWords(dueOn)}, the sixth school day out of school${
      inPlaceOn === null ? '; none is known to be in place' : `; in place from ${dayInWords(inPlaceOn)}`
    }.`;
    return standing('SIXTH_DAY_WITHOUT_PROVISION', `${of.urn}/${of.startedOn}/${of.category}`, dueOn, until, fact);
  });
}
