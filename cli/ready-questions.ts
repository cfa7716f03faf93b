import { Temporal } from 'temporal-polyfill';
import type { Role } from '../platform/vocabulary/role.js';
import { operations } from './schema-files.js';

/** What of the sample area a ready question names. */
export interface ReadyFacts {
  /** The story child, and the URN of the child’s school. */
  readonly childId: string;
  readonly school: string;
  /** The day the hub stands at. */
  readonly today: string;
}

/** A persona’s question of every week: one of the operations that are answered in production too. */
export interface ReadyQuestion {
  readonly role: Role;
  /** The name of its file in `schema/operations`. */
  readonly operation: string;
  /** What it answers, in words of the persona. */
  readonly answers: string;
  readonly variables: (facts: ReadyFacts) => Readonly<Record<string, unknown>>;
}

const monday = (today: string): string => {
  const day = Temporal.PlainDate.from(today);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
};

/** The school year of a day: 2026/27 from 1 September 2026 on. */
const yearOf = (today: string): string => {
  const { year, month } = Temporal.PlainDate.from(today);
  const from = month >= 9 ? year : year - 1;
  return `${String(from)}/${String((from + 1) % 100).padStart(2, '0')}`;
};

const yearBegins = (today: string): string => `${yearOf(today).slice(0, 4)}-09-01`;

const ofWeek = ({ school, today }: ReadyFacts) => ({ urn: school, week: monday(today) });
const ofChild = ({ childId }: ReadyFacts) => ({ id: childId });
const ofYear = ({ today }: ReadyFacts) => ({ academicYear: yearOf(today), by: [] });
const firstOnes = () => ({ first: 25 });
const nothing = () => ({});

/** One for each persona, in the order of the personas; the integrator brings files and asks nothing but who it is. */
export const readyQuestions: readonly ReadyQuestion[] = [
  { role: 'senco', operation: 'school-attention', answers: 'who needs us this week', variables: ofWeek },
  {
    ...{ role: 'designated-safeguarding-lead', operation: 'notices', answers: 'what I must be told' },
    variables: () => ({ read: false, first: 25 }),
  },
  {
    ...{ role: 'headteacher', operation: 'school-attendance', answers: 'how my pupils attended this school year' },
    variables: ({ school, today }) => ({ urn: school, from: yearBegins(today), to: today }),
  },
  { role: 'send-officer', operation: 'waiting-list', answers: 'where children wait', variables: firstOnes },
  { role: 'ehc-coordinator', operation: 'child-record', answers: 'what is true of this child', variables: ofChild },
  {
    ...{ role: 'educational-psychologist', operation: 'child-access', answers: 'what I see of this child, and why' },
    variables: ofChild,
  },
  {
    ...{
      role: 'attendance-officer',
      operation: 'attendance-thresholds',
      answers: 'whose absence has come to a threshold',
    },
    variables: firstOnes,
  },
  {
    ...{ role: 'exclusions-officer', operation: 'sixth-day-figures', answers: 'was provision in place in time' },
    variables: ofYear,
  },
  {
    ...{ role: 'social-worker', operation: 'changes', answers: 'what changed of my children this week' },
    variables: ({ today }) => ({ since: `${monday(today)}T00:00:00.000Z`, first: 25 }),
  },
  {
    ...{ role: 'social-work-team-manager', operation: 'weekly-list', answers: 'how the children on plans attended' },
    variables: ({ today }) => ({ week: monday(today), first: 25 }),
  },
  {
    ...{ role: 'virtual-school-head', operation: 'cohort-attendance', answers: 'is the attendance of a cohort moving' },
    variables: ({ today }) => ({ cohort: 'ON_PLAN', from: yearBegins(today), to: today }),
  },
  {
    ...{ role: 'virtual-school-adviser', operation: 'weekly-list', answers: 'whom do we talk about this week' },
    variables: ({ today }) => ({ week: monday(today), first: 25 }),
  },
  { role: 'camhs-clinician', operation: 'waiting-list', answers: 'who is next', variables: firstOnes },
  { role: 'salt-therapist', operation: 'waiting-list', answers: 'who is next', variables: firstOnes },
  {
    ...{
      role: 'health-admin',
      operation: 'waiting-list-conflicts',
      answers: 'what our files said against our changes',
    },
    variables: nothing,
  },
  {
    ...{
      role: 'team-around-school-lead',
      operation: 'team-around-school',
      answers: 'the team, its agenda and actions',
    },
    variables: ({ school }) => ({ urn: school }),
  },
  {
    ...{ role: 'commissioner', operation: 'waiting-times', answers: 'how long children wait, by service' },
    variables: () => ({ by: ['SERVICE'] }),
  },
  {
    ...{ role: 'analyst', operation: 'suspension-figures', answers: 'how we compare on suspensions' },
    variables: ofYear,
  },
  { role: 'match-reviewer', operation: 'match-reviews', answers: 'the same child or not', variables: firstOnes },
  { role: 'ig-officer', operation: 'signed-in', answers: 'as whom, and for what, I am asking', variables: nothing },
  { role: 'auditor', operation: 'signed-in', answers: 'as whom, and for what, I am asking', variables: nothing },
  { role: 'integrator', operation: 'signed-in', answers: 'as whom, and for what, I am asking', variables: nothing },
];

/** A question’s text. */
export const readyText = ({ operation }: Pick<ReadyQuestion, 'operation'>): string =>
  operations().find(({ name }) => name === operation)?.text ?? '';
