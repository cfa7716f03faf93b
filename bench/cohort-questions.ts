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

const figures = `query Figures($cohort: Cohort!, $from: Date!, $to: Date!, $by: [CohortDimension!]!) {
  cohortAttendance(cohort: $cohort, from: $from, to: $to, by: $by) {
    groups { key children possible attended persistentlyAbsentChildren severelyAbsentChildren } } }`;

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

/** The cohort's figures of the whole year as the hub tells them to the head of the virtual school. */
export async function told(hub: StartedHub, token: string, by: By): Promise<{ ms: number; groups: Figures[] }> {
  const variables = { cohort: 'CHILD_IN_NEED', from: year.first, to: year.today, by: [by] };
  const { ms, data } = await asked(hub, token, figures, variables);
  const groups = ((data as Told).cohortAttendance?.groups ?? []).map((group) => ({
    key: group.key.join(),
    ...{ children: group.children, possible: group.possible, attended: group.attended },
    ...{ persistent: group.persistentlyAbsentChildren, severe: group.severelyAbsentChildren },
  }));
  return { ms, groups };
}

/** The same from one row a session joined to the intervals, as one would write it by hand, straight at the database. */
export async function byHand(admin: Client, by: By): Promise<{ ms: number; groups: Figures[] }> {
  const key = by === 'WEEK' ? `date_trunc('week', s.on_day)::date::text` : 's.urn';
  const began = performance.now();
  const { rows } = await admin.query<Figures>(
    `with own as (
       select ${key} as key, s.child_id, count(*) filter (where s.code <> all (array['X', '#'])) as possible,
         count(*) filter (where s.code in ('/', E'\\\\', 'L')) as attended
       from bench.session s
       where exists (select from social_care.status_interval i where i.child_id = s.child_id and i.status = 'CHILD_IN_NEED'
         and i.held_from <= s.on_day and (i.held_until is null or s.on_day < i.held_until))
       group by 1, 2)
     select key, count(*)::int as children, sum(possible)::int as possible, sum(attended)::int as attended,
       count(*) filter (where 10 * (possible - attended) >= possible)::int as persistent,
       count(*) filter (where 2 * (possible - attended) >= possible)::int as severe
     from own where possible > 0 group by key order by key`,
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

/** Asks again and again; the median of those after the first ones. */
export async function medianOf(times: number, ask: () => Promise<{ ms: number }>): Promise<number> {
  const measured: number[] = [];
  for (let at = 0; at < times + 3; at += 1) {
    const { ms } = await ask();
    if (at >= 3) measured.push(ms);
  }
  return median(measured);
}
