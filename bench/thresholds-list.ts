import { isDeepStrictEqual } from 'node:util';
import { medianOf } from './cohort-questions.js';
import { statementsOf } from './roll-page.js';
import type { StartedHub } from './started-hub.js';
import { ask } from './waits-questions.js';

const rounds = Array.from({ length: 9 }, (_, at) => at);
const first = 50;

const page = `query Page($on: Date, $after: String) { attendanceThresholds(on: $on, first: ${String(first)}, after: $after) {
  pageInfo { hasNextPage endCursor } edges { node { child { id } threshold { kind reachedOn school { urn } } } } } }`;
const each = `query Each($id: ID!, $on: Date) { child(id: $id) { education {
  attendanceThresholds(on: $on) { kind reachedOn school { urn } } } } }`;

interface Threshold {
  readonly kind: string;
  readonly reachedOn: string | null;
  readonly school: { readonly urn: string };
}
interface Page {
  readonly edges: readonly {
    readonly node: { readonly child: { readonly id: string }; readonly threshold: Threshold };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The first page of the council's list, of so many children who live in its area. */
export interface ThresholdsPage {
  readonly children: number;
  readonly ms: number;
  readonly statements: number;
  /** Each child's own record, asked one after the other, in milliseconds. */
  readonly oneByOne: number | null;
}

const lineOf = (child: string, { kind, reachedOn, school }: Threshold): string =>
  [reachedOn, child, school.urn, kind].join(' ');

async function wholeList(hub: StartedHub, token: string, on: string): Promise<string[]> {
  const lines: string[] = [];
  for (let after: string | null = null; ;) {
    const { data } = await ask(hub, token, page, { on, after });
    const { edges, pageInfo } = data['attendanceThresholds'] as Page;
    lines.push(...edges.map(({ node }) => lineOf(node.child.id, node.threshold)));
    if (!pageInfo.hasNextPage) return lines.sort();
    after = pageInfo.endCursor;
  }
}

async function oneByOne(hub: StartedHub, token: string, on: string, ids: readonly string[]) {
  const began = performance.now();
  const lines: string[] = [];
  for (const id of ids) {
    const { data } = await ask(hub, token, each, { id, on });
    const { education } = data['child'] as { education: { attendanceThresholds: Threshold[] } };
    lines.push(...education.attendanceThresholds.filter((one) => one.reachedOn !== null).map((one) => lineOf(id, one)));
  }
  return { ms: performance.now() - began, lines: lines.sort() };
}

/** So many children live in the area: their ids. */
async function settle({ admin }: StartedHub, many: number): Promise<string[]> {
  await admin.query(`delete from access.relationship where basis = 'RESIDENCE'`);
  const { rows } = await admin.query<{ id: string }>(
    `with them as (select c.child_id id from partnership.child c
         where not exists (select from access.child_alias a where a.held = c.child_id)
           and not exists (select from access.restriction x where x.child_id = c.child_id) order by 1 limit $1),
       lives as (insert into access.relationship (child_id, grantee, basis, reference, valid)
         select id, 'org:990', 'RESIDENCE', 'bench', tstzrange('2025-01-01', null) from them)
     select id from them`,
    [many],
  );
  return rows.map(({ id }) => id);
}

async function measured(
  hub: StartedHub,
  token: string,
  on: string,
  many: number,
): Promise<ThresholdsPage & { ids: string[] }> {
  const ids = await settle(hub, many);
  const asked = (): Promise<{ ms: number }> => ask(hub, token, page, { on, after: null });
  await asked();
  const sent = await statementsOf(hub, asked);
  return { children: ids.length, ms: await medianOf(rounds, asked), statements: sent, oneByOne: null, ids };
}

/**
 * The list of an area of 1,000 children and of all; refused where a page of the second looks at children more than twice (those a
 * page may need, and once a thousand more), or where the whole list is not what the children's own records tell.
 */
export async function thresholdsList(hub: StartedHub, token: string, on: string): Promise<readonly ThresholdsPage[]> {
  const few = await measured(hub, token, on, 1000);
  const all = await measured(hub, token, on, 1_000_000);
  if (few.statements === 0 || all.statements > 2 * few.statements)
    throw new Error(`The page takes ${String(all.statements)} statements, of few children ${String(few.statements)}.`);
  const slow = await oneByOne(hub, token, on, all.ids);
  const list = await wholeList(hub, token, on);
  if (list.length === 0 || !isDeepStrictEqual(list, slow.lines))
    throw new Error(
      `The list has ${String(list.length)} thresholds, the children's records ${String(slow.lines.length)}.`,
    );
  return [few, { ...all, oneByOne: slow.ms }];
}
