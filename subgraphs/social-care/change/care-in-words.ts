import { z } from 'zod';
import type { FactInWords, FactValues, NotedFact } from '../../../platform/record/fact-changes.js';
import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import { daysInWords } from '../../../platform/vocabulary/days-in-words.js';

const status = z.object({ status: z.string(), held_from: z.string(), held_until: z.string().nullable() });
const plan = z.object({
  ...{ kind: z.string(), started_on: z.string(), ended_on: z.string().nullable() },
  next_review_on: z.string().nullable(),
});
const worker = z.object({
  ...{ worker_name: z.string().nullable(), role: z.string(), team: z.string().nullable() },
  ...{ held_from: z.string(), held_until: z.string().nullable() },
});
const told = z.object({ source: z.string() });

const statuses = new Map([
  ['LOOKED_AFTER', 'Looked after'],
  ['CHILD_PROTECTION', 'Child protection plan'],
  ['CHILD_IN_NEED', 'Child in need plan'],
  ['ASSESSMENT', 'Referral or assessment'],
  ['EARLY_HELP', 'Early help'],
  ['PREVIOUSLY_LOOKED_AFTER', 'Previously looked after'],
  ['KINSHIP', 'Kinship care'],
  ['CLOSED', 'Closed'],
]);
const roles = new Map([
  ['SOCIAL_WORKER', 'Social worker'],
  ['FAMILY_HELP_LEAD', 'Family help lead practitioner'],
  ['PERSONAL_ADVISER', 'Personal adviser'],
  ['OTHER', 'Worker in social care'],
]);
const sources = new Map([
  ['case-list', 'The council’s case list'],
  ['cin-census', 'The children in need census'],
  ['ssda903', 'The return of looked-after children'],
]);

function planInWords(values: FactValues): string {
  const { started_on: from, ended_on: until, next_review_on: review } = plan.parse(values);
  const days = `Open ${daysInWords(from, until)}`;
  return review === null ? days : `${days}, next review on ${dayInWords(review)}`;
}

function workerInWords(values: FactValues): string {
  const { worker_name: name, team, held_from: from, held_until: until } = worker.parse(values);
  return `${name ?? 'A worker'}${team === null ? '' : ` (${team})`}, ${daysInWords(from, until)}`;
}

/** A word that is not known here, of a source’s own for one, is said as it is. */
const named = (words: ReadonlyMap<string, string>, word: string): string => words.get(word) ?? word;

const sourceOf: FactInWords<NotedFact>['source'] = (values) => named(sources, told.parse(values).source);

/**
 * How what changed in social care is told: a status, a plan, a worker, each with its days. All of it is what was and is no more,
 * or tells of it: that there is another status or worker says that there was one before. What is so now is told by
 * itself to whom the record shows today alone: a worker, who is in the child’s team with the day they began, and a protection
 * plan. A Child in Need plan is not, since a protection plan may stand over it; nor is a status, which the record shows without days.
 */
export const careInWords: ReadonlyMap<string, FactInWords<NotedFact>> = new Map<string, FactInWords<NotedFact>>([
  [
    'STATUS',
    {
      facet: 'HISTORY',
      what: () => 'Social care status',
      takenBack: 'A social care status was taken back',
      say(values) {
        const { status: word, held_from: from, held_until: until } = status.parse(values);
        return `${named(statuses, word)}, ${daysInWords(from, until)}`;
      },
      source: sourceOf,
    },
  ],
  [
    'PLAN',
    {
      facet: 'HISTORY',
      what: (values) => named(statuses, plan.parse(values).kind),
      now(values) {
        const { kind, started_on: from, ended_on: until } = plan.parse(values);
        return kind === 'CHILD_PROTECTION' ? { to: planInWords(values), from, until } : null;
      },
      takenBack: 'A plan of social care was taken back',
      say: planInWords,
      source: sourceOf,
    },
  ],
  [
    'WORKER',
    {
      facet: 'HISTORY',
      what: (values) => named(roles, worker.parse(values).role),
      takenBack: 'The allocation of a worker was taken back',
      now(values) {
        const { held_from: from, held_until: until } = worker.parse(values);
        return { to: workerInWords(values), from, until };
      },
      say: workerInWords,
      source: () => named(sources, 'case-list'),
    },
  ],
]);
