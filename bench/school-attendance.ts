import { isDeepStrictEqual } from 'node:util';
import type { Client } from 'pg';
import { year } from './cohort-area.js';
import { medianOf } from './cohort-questions.js';
import type { StartedHub } from './started-hub.js';
import { ask } from './waits-questions.js';

const question = `query Attendance($urn: ID!, $from: Date, $to: Date) { school(urn: $urn) {
  attendance(from: $from, to: $to, basis: ENROLMENT) { children possible attended persistentlyAbsent severelyAbsent } } }`;

/** The same school, and nothing of its pupils: what a question costs that counts nothing. */
const nothing = `query Nothing($urn: ID!) { school(urn: $urn) { name } }`;

/** What all ways have to say alike. */
interface Figures {
  readonly children: number;
  readonly possible: number;
  readonly attended: number;
  readonly persistentlyAbsent: number;
  readonly severelyAbsent: number;
}

interface Days {
  readonly from: string;
  readonly to: string;
}

const daysAfter = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);

/** The whole year, from another day before it each: no two questions are the same, and all are of every mark. */
const periods: readonly Days[] = Array.from({ length: 15 }, (_, at) => ({
  from: daysAfter(year.first, -at),
  to: year.today,
}));

async function told(hub: StartedHub, token: string, urn: string, days: Days): Promise<{ ms: number; said: Figures }> {
  const { ms, data } = await ask(hub, token, question, { urn, ...days });
  return { ms, said: (data['school'] as { attendance: Figures }).attendance };
}

/** One row a session, counted and judged a pupil at a time; nothing of rolls, permits or the audit. */
const byHandText = `
  with pupil as (
    select child_id,
      count(*) filter (where code = any ('{/,"\\\\",L,K,V,P,W,B}')) as attended,
      count(*) filter (where code = any ('{C,a,b,E,I,j,M,R,S,T,G,N,O,U}')) as absent
    from bench.session where urn = $1 and on_day between $2 and $3 group by child_id)
  select count(*)::int as children, sum(attended + absent)::int as possible, sum(attended)::int as attended,
    (count(*) filter (where 10 * absent >= attended + absent))::int as "persistentlyAbsent",
    (count(*) filter (where 2 * absent >= attended + absent))::int as "severelyAbsent"
  from pupil where attended + absent > 0`;

/** The hub's own figure, of the same database by the same client: as little of permits and the audit. */
const figureText = `
  select count(*)::int as children, sum(attended + absent)::int as possible, sum(attended)::int as attended,
    (count(*) filter (where 10 * absent >= attended + absent))::int as "persistentlyAbsent",
    (count(*) filter (where 2 * absent >= attended + absent))::int as "severelyAbsent"
  from education.attendance_at_school($1, $2, $3, false) where attended + absent > 0`;

async function bySql(
  admin: Client,
  text: string,
  urn: string,
  { from, to }: Days,
): Promise<{ ms: number; said: Figures }> {
  const began = performance.now();
  const { rows } = await admin.query<Figures>(text, [urn, from, to]);
  const ms = performance.now() - began;
  const [said] = rows;
  if (!said) throw new Error('The database says nothing.');
  return { ms, said };
}

/**
 * The year's attendance of one school, in milliseconds at the median: of the hub through its gateway, of the hub's figure in the
 * database, of a row a session there; refused where they differ. `floor` is a question through the gateway that counts nothing.
 */
export async function schoolAttendance(
  hub: StartedHub,
  token: string,
  urn: string,
): Promise<{
  readonly hub: number;
  readonly figure: number;
  readonly floor: number;
  readonly byHand: number;
  readonly pupils: number;
  readonly possible: number;
}> {
  const parts = [periods[0], { from: daysAfter(year.first, 37), to: daysAfter(year.last, -25) }];
  let whole: Figures | undefined;
  for (const days of parts) {
    if (!days) continue;
    const [ours, theirs, figure] = [
      await told(hub, token, urn, days),
      await bySql(hub.admin, byHandText, urn, days),
      await bySql(hub.admin, figureText, urn, days),
    ];
    if (![theirs, figure].every(({ said }) => isDeepStrictEqual(ours.said, said)) || ours.said.possible === 0)
      throw new Error(`The hub and the rows by hand differ: ${JSON.stringify([ours.said, theirs.said, figure.said])}.`);
    whole ??= ours.said;
  }
  return {
    hub: await medianOf(periods, (days) => told(hub, token, urn, days)),
    floor: await medianOf(periods, () => ask(hub, token, nothing, { urn })),
    figure: await medianOf(periods, (days) => bySql(hub.admin, figureText, urn, days)),
    byHand: await medianOf(periods, (days) => bySql(hub.admin, byHandText, urn, days)),
    pupils: whole?.children ?? 0,
    possible: whole?.possible ?? 0,
  };
}
