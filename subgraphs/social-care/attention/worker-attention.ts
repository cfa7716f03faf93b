import { mondayOf, nextMonday } from '../../../platform/code-sets/register-week.js';
import { type Interval, subtract } from '../../../platform/ingest/interval.js';
import type { AttentionFact } from '../../../platform/vocabulary/attention-fact.js';
import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import type { StatusSpan } from '../involvement/intervals.js';

/** Statuses with a plan that a named worker is to carry out (Working together to safeguard children; Children Act 1989). */
const ON_A_PLAN: readonly SocialCareStatus[] = [
  SocialCareStatus.LOOKED_AFTER,
  SocialCareStatus.CHILD_PROTECTION,
  SocialCareStatus.CHILD_IN_NEED,
];

/**
 * What of a child's workers needs attention: a plan or care without any worker allocated, and another worker, in the week in
 * which they begin. Where nobody was ever allocated it is not known whether the council's case list tells of the child at all,
 * and nothing is said. That there was another worker before, or no worker once, is history.
 */
export function workerAttention(spans: readonly StatusSpan[], allocations: readonly Interval[]): AttentionFact[] {
  const held = allocations.filter(({ from, until }) => until === null || from < until);
  return held.length === 0 ? [] : [...withoutWorker(spans, held), ...handovers(held)];
}

function withoutWorker(spans: readonly StatusSpan[], held: readonly Interval[]): AttentionFact[] {
  const planned = spans.filter(
    ({ status, from, until }) => ON_A_PLAN.includes(status) && (until === null || from < until),
  );
  return subtract(planned, held).map(({ from, until }) => ({
    ...{ key: `PLAN_WITHOUT_WORKER/${from}`, kind: 'PLAN_WITHOUT_WORKER', facet: until === null ? null : 'HISTORY' },
    ...{ since: from, from, until },
    fact: `On a plan or in care, and no worker in social care allocated, since ${dayInWords(from)}.`,
  }));
}

/** Allocations that follow another. */
function handovers(held: readonly Interval[]): AttentionFact[] {
  const [first, ...later] = [...new Set(held.map(({ from }) => from))].sort();
  return first === undefined
    ? []
    : later.map((since) => ({
        ...{ key: `WORKER_CHANGE/${since}`, kind: 'WORKER_CHANGE', facet: 'HISTORY', since },
        ...{ from: since, until: nextMonday(mondayOf(since)) },
        fact: `Came to another worker on ${dayInWords(since)}.`,
      }));
}
