import { isDeepStrictEqual } from 'node:util';
import { medianOf } from './cohort-questions.js';
import type { StartedHub } from './started-hub.js';
import { cursorOf } from './subgraphs.js';

/** Who asks for a page, and whose list it then is. */
export interface PageAsker {
  readonly persona: string;
  readonly grantee: string;
  readonly basis: string;
  readonly provider: string | null;
}

export const pageAskers: readonly PageAsker[] = [
  { persona: 'health-admin', grantee: 'org:XAC01', basis: 'REFERRAL', provider: 'XAC01' },
  { persona: 'send-officer', grantee: 'org:990', basis: 'RESIDENCE', provider: null },
  { persona: 'senco', grantee: 'org:900001', basis: 'SCHOOL_ROLL', provider: null },
];

const onPage = 50;

const page = `query Page($after: String, $first: Int) { waitingList(first: $first, after: $after) {
  edges { cursor node { id child { id } service status receivedOn daysWaiting weeksWaiting nextStep nextAppointmentOn
    provider { id name } clock { state days limitDays breachOn } } } pageInfo { hasNextPage endCursor } } }`;

const times = `query Times($asAt: Date, $by: [WaitingTimesDimension!]!) {
  waitingTimes(asAt: $asAt, by: $by) { service status band provider { id } children medianDays percentile92Days } }`;

interface Answer {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly message: string }[];
}

/** One question through the gateway, to the end of its answer; refuses to count one that was not answered. */
export async function ask(
  { graphql }: Pick<StartedHub, 'graphql'>,
  token: string,
  query: string,
  variables: object,
): Promise<{ ms: number; data: Readonly<Record<string, unknown>> }> {
  const began = performance.now();
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Answer;
  const ms = performance.now() - began;
  if (!data || errors) throw new Error(`A question was not answered: ${errors?.[0]?.message ?? ''}`);
  return { ms, data };
}

interface Place {
  readonly id: string;
  readonly receivedOn: string;
}

const own = `from health.waiting_list_entry e
  where e.status <> 'ENTERED_IN_ERROR' and e.provider_ods = coalesce($1, e.provider_ods)
    and exists (
      select from access.relationship r
      where r.child_id = e.child_id and r.grantee = $2 and r.basis = $3 and r.valid @> now())`;

/** Places spread over a whole list, from its beginning: no two pages are the same. */
async function places({ admin }: StartedHub, { provider, grantee, basis }: PageAsker): Promise<(Place | null)[]> {
  const { rows } = await admin.query<Place>(
    `select id, "receivedOn" from (
       select e.id, e.received_on::text "receivedOn", row_number() over (order by e.received_on, e.id) n, count(*) over () many ${own}) all_of_it
     where n % greatest(many / 24, 1) = 0 order by n limit 23`,
    [provider, grantee, basis],
  );
  return [null, ...rows];
}

async function pageByHand({ admin }: StartedHub, asker: PageAsker, after: Place | null): Promise<string[]> {
  const { rows } = await admin.query<{ id: string }>(
    `select e.id ${own} and (e.received_on, e.id) > ($4::date, $5::uuid) order by e.received_on, e.id limit $6`,
    [
      ...[asker.provider, asker.grantee, asker.basis],
      ...[after?.receivedOn ?? '1900-01-01', after?.id ?? '00000000-0000-0000-0000-000000000000', onPage],
    ],
  );
  return rows.map(({ id }) => id);
}

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

/** The median of a page from each of many places, each compared with the same by hand. */
export async function pages(hub: StartedHub, token: string, asker: PageAsker): Promise<number> {
  return medianOf(await places(hub, asker), async (after) => {
    const variables = { first: onPage, ...(after ? { after: cursorOf(after) } : {}) };
    const { ms, data } = await ask(hub, token, page, variables);
    const told = (data['waitingList'] as Page | null)?.edges.map(({ node }) => node.id);
    if (!isDeepStrictEqual(told, await pageByHand(hub, asker, after)))
      throw new Error('The hub and the rows by hand do not say the same page: there is no figure.');
    return { ms };
  });
}

interface Cell {
  readonly service: string | null;
  readonly children: number | null;
  readonly medianDays: number | null;
}

/** By service, who waited at the end of a day, from the steps themselves: straight at the database. */
async function timesByHand({ admin }: StartedHub, day: string, provider: string | null): Promise<Cell[]> {
  const { rows } = await admin.query<Cell>(
    `with stood as (
       select distinct on (e.id) e.child_id, e.service, $1::date - e.received_on days, c.to_status status
       from health.waiting_list_entry e join health.waiting_list_change c on c.entry_id = e.id and c.effective_on <= $1::date
       where e.provider_ods = coalesce($2, e.provider_ods) order by e.id, c.id desc)
     select service, count(distinct child_id)::int as children, percentile_cont(0.5) within group (order by days) as "medianDays"
     from stood where status in ('REFERRED', 'ACCEPTED_WAITING', 'TRIAGE') group by service order by service`,
    [day, provider],
  );
  return rows;
}

const nearestFive = (count: number): number => Math.round(count / 5) * 5;

/** Now by every dimension and by two of them, and by service as at days of a year: no question is asked twice. */
export async function timesNow(hub: StartedHub, token: string): Promise<number> {
  const each = ['SERVICE', 'STATUS', 'BAND', 'PROVIDER'];
  const twos = each.flatMap((one) => each.filter((other) => other !== one).map((other) => [one, other]));
  return medianOf([...each.map((one) => [one]), ...twos], (by) => ask(hub, token, times, { by }));
}

/** As at past days, by service; each compared with the same by hand. The provider is told exactly, others to the nearest five. */
export async function timesPast(
  hub: StartedHub,
  token: string,
  today: string,
  provider: string | null,
): Promise<number> {
  const days = Array.from({ length: 20 }, (_, at) =>
    new Date(Date.parse(today) - (30 + at * 11) * 86_400_000).toISOString().slice(0, 10),
  );
  return medianOf(days, async (asAt) => {
    const { ms, data } = await ask(hub, token, times, { asAt, by: ['SERVICE'] });
    const cells = (data['waitingTimes'] as Cell[] | null) ?? [];
    const told = cells.filter(({ children }) => children !== 0).map(({ service, children }) => ({ service, children }));
    const hand = (await timesByHand(hub, asAt, provider)).map(({ service, children }) => ({
      service,
      children: provider === null ? nearestFive(children ?? 0) : children,
    }));
    const order = (all: typeof hand) => [...all].sort((a, b) => String(a.service).localeCompare(String(b.service)));
    const known = order(told.filter(({ children }) => children !== null));
    const meant = new Set(known.map(({ service }) => service));
    if (
      known.length === 0 ||
      !isDeepStrictEqual(
        known,
        order(hand).filter(({ service }) => meant.has(service)),
      )
    )
      throw new Error('The hub and the rows by hand do not count the same: there is no figure.');
    return { ms };
  });
}
