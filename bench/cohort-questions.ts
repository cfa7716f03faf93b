import type { Client } from 'pg';
import { year } from './cohort-area.js';
import { median } from './median.js';
import type { StartedHub } from './started-hub.js';

/** A group as both sides give it. */
export interface Figures {
  readonly key: string;
  readonly children: number;
  readonly possible: number;
  readonly attended: number;
  readonly persistent: number;
  readonly severe: number;
}

export type By = 'WEEK' | 'SCHOOL';

export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface Question extends Period {
  readonly by: By;
  /** Whether what stands beside a group is asked for as well. */
  readonly compared?: boolean;
}

const daysAfter = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);

/** The academic year so far, to another day each: no two questions are the same, and all are of every week there is. */
export const periods: readonly Period[] = Array.from({ length: 24 }, (_, at) => ({
  from: year.first,
  to: daysAfter(year.today, at),
}));

/** Of a year's parts, of which the answers are compared and nothing is timed. */
export const parts: readonly Period[] = [
  { from: daysAfter(year.first, 21), to: daysAfter(year.last, -15) },
  { from: daysAfter(year.first, 35), to: daysAfter(year.first, 62) },
  { from: '2026-01-05', to: '2026-03-29' },
];

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

interface Told {
  readonly cohortAttendance: {
    readonly groups: readonly {
      readonly key: readonly string[];
      readonly children: number;
      readonly possible: number;
      readonly attended: number;
      readonly persistentlyAbsentChildren: number;
      readonly severelyAbsentChildren: number;
    }[];
  } | null;
}

const figures = `query Figures($cohort: Cohort!, $from: Date!, $to: Date!, $by: [CohortDimension!]!, $compared: Boolean!) {
  cohortAttendance(cohort: $cohort, from: $from, to: $to, by: $by) {
    groups { key children possible attended persistentlyAbsentChildren severelyAbsentChildren
      comparator @include(if: $compared) { percent } samePhase @include(if: $compared) { percent } } } }`;

const list = `query List($week: Date!) { attendanceTriangulation(week: $week, first: 100) {
  totalCount edges { node { child { id } status thisWeek { possible attended attendancePercent }
    trend { weekBeginning attendancePercent } lastAttendedOn schoolDaysSinceAttended alerts { kind since } } } } }`;

/** One question through the gateway; refuses to count one that was not answered. */
async function asked(
  hub: Pick<StartedHub, 'graphql'>,
  token: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<{ ms: number; data: unknown }> {
  const began = performance.now();
  const response = await fetch(hub.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Answer;
  const ms = performance.now() - began;
  if (!data || errors) throw new Error(`A question was not answered: ${errors?.[0]?.message ?? ''}`);
  return { ms, data };
}

/** The figures of everybody on a plan as the hub tells them to the head of the virtual school. */
export async function told(
  hub: StartedHub,
  token: string,
  question: Question,
): Promise<{ ms: number; groups: Figures[] }> {
  const { by, from, to, compared = false } = question;
  const variables = { cohort: 'ON_PLAN', from, to, by: [by], compared };
  const { ms, data } = await asked(hub, token, figures, variables);
  const groups = ((data as Told).cohortAttendance?.groups ?? []).map((group) => ({
    key: group.key.join(),
    ...{ children: group.children, possible: group.possible, attended: group.attended },
    ...{ persistent: group.persistentlyAbsentChildren, severe: group.severelyAbsentChildren },
  }));
  return { ms, groups };
}

/** The same from one row a session joined to the intervals, as one would write it by hand, straight at the database. */
export async function byHand(admin: Client, { by, from, to }: Question): Promise<{ ms: number; groups: Figures[] }> {
  const key = by === 'WEEK' ? `date_trunc('week', s.on_day)::date::text` : 's.urn';
  const began = performance.now();
  const { rows } = await admin.query<Figures>(
    `with own as (
       select ${key} as key, s.child_id, count(*) filter (where s.code <> all (array['X', '#'])) as possible,
         count(*) filter (where s.code in ('/', E'\\\\', 'L')) as attended
       from bench.session s
       where s.on_day between $1 and $2
         and s.child_id in (select child_id from social_care.status_interval where status in ('CHILD_IN_NEED', 'CHILD_PROTECTION'))
         and exists (
           select from social_care.status_interval i
           where i.child_id = s.child_id and i.status in ('CHILD_IN_NEED', 'CHILD_PROTECTION')
             and i.held_from <= s.on_day and (i.held_until is null or s.on_day < i.held_until))
       group by 1, 2)
     select key, count(*)::int as children, sum(possible)::int as possible, sum(attended)::int as attended,
       count(*) filter (where 10 * (possible - attended) >= possible)::int as persistent,
       count(*) filter (where 2 * (possible - attended) >= possible)::int as severe
     from own where possible > 0 group by key order by key`,
    [from, to],
  );
  return { ms: performance.now() - began, groups: rows };
}

/** A page of the weekly list, of the last week, as an adviser asks for it; how many stand on it. */
export async function page(hub: StartedHub, token: string): Promise<{ ms: number; listed: number }> {
  interface Listed {
    readonly attendanceTriangulation: { readonly edges: readonly unknown[] } | null;
  }
  const { ms, data } = await asked(hub, token, list, { week: year.last });
  return { ms, listed: (data as Listed).attendanceTriangulation?.edges.length ?? 0 };
}

/** Asks each of these; the median of those after the first ones. */
export async function medianOf<Asked>(
  all: readonly Asked[],
  ask: (one: Asked) => Promise<{ ms: number }>,
): Promise<number> {
  const measured: number[] = [];
  for (const [at, one] of all.entries()) {
    const { ms } = await ask(one);
    if (at >= 3) measured.push(ms);
  }
  return median(measured);
}
