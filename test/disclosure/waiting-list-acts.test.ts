import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { entitlementTo } from '../../platform/access/cube.js';
import { decide } from '../../platform/access/decide.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { isAmong, providerStaff } from '../../platform/vocabulary/role-groups.js';
import { roles } from '../../platform/vocabulary/role.js';
import { referPolicy } from '../../subgraphs/health/waiting-list/refer.policy.js';
import { waitingListPolicy } from '../../subgraphs/health/waiting-list/waiting-list.policy.js';
import { waitingTimesCube } from '../../subgraphs/health/waiting-times/waiting-times.cube.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { allScopes, askerOf, factsOf } from './observe.js';
import { relationsOf, type Scenario } from './scenario.js';
import { actRows } from './waiting-list-acts.js';

let hub: TestHub;
let counted = '';

beforeAll(async () => {
  hub = await testHub();
  await hub.admin.query(
    `insert into health.provider values ('XAC01', 'Aldermere CAMHS'), ('XSL02', 'Aldermere Therapies')`,
  );
  // One child waits: too few to be told to whoever is told of many.
  counted = await arrangeChild(hub.admin);
  await hub.admin.query(
    `insert into health.wait_interval
     select e.id, '2026-09-01', null, e.child_id, e.status, true, e.service, e.provider_ods, e.received_on, false
     from health.waiting_list_entry e where e.child_id = $1`,
    [counted],
  );
});
afterAll(() => hub.close());

/** A child who waits and was not brought once, with a conflict about the wait and another wait that is kept to its provider. */
async function arranged(through: string): Promise<{ child: string; kept: string; conflict: string; missed: string }> {
  const child = await arrangeChild(hub.admin, relationsOf(through));
  const [kept, conflict] = [randomUUID(), randomUUID()];
  const { rows } = await hub.admin.query<{ missed: string }>(
    `insert into health.waiting_list_change (entry_id, child_id, from_status, to_status, effective_on, recorded_by, was_not_brought)
     select e.id, e.child_id, 'BOOKED', 'DID_NOT_ATTEND', '2026-08-03', 'file', true
     from health.waiting_list_entry e where e.child_id = $1 returning entry_id as missed`,
    [child],
  );
  await hub.admin.query(
    `insert into health.waiting_list_entry (id, child_id, provider_ods, entry_ref, service, status, status_on, received_on, confidential)
     values ($1::uuid, $2, $3, $1::text, 'PHYSIOTHERAPY', 'TRIAGE', '2026-09-01', '2026-06-01', true)`,
    [kept, child, place.provider],
  );
  await hub.admin.query(
    `insert into health.entry_conflict (id, entry_id, child_id, provider_ods, file_said)
     select $1, e.id, e.child_id, e.provider_ods, '{"nextStep": "Ring"}' from health.waiting_list_entry e
     where e.child_id = $2 and e.service = 'CAMHS'`,
    [conflict, child],
  );
  return { child, kept, conflict, missed: rows[0]?.missed ?? '' };
}

const documents = {
  refer: `mutation R($input: ReferInput!) { refer(input: $input) { ... on WaitingListEntryUpdated { entry { status } } } }`,
  conflicts: `query C { waitingListConflicts { id } }`,
  settle: `mutation S($id: ID!) { settleConflict(id: $id, take: HUB, expectedVersion: 1, idempotencyKey: "$KEY") { taken } }`,
  kept: `query K($of: [_Any!]!) { _entities(representations: $of) { ... on Child { health { waiting { id } } } } }`,
  consider: `mutation N($id: ID!, $version: Int!) { recordRiskConsidered(
    id: $id, expectedVersion: $version, consideredOn: "2026-11-20", idempotencyKey: "$KEY") { __typename } }`,
  figures: `query F { waitingTimes(by: []) { children suppressed } }`,
};

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions?: unknown }[];
}

/** What an answer comes to; what is told is looked at by whoever asked. */
function letterOf({ errors }: Answer, told: boolean): string {
  const codes = (errors ?? []).map(({ extensions }) => (extensions as { code: string }).code);
  if (codes.includes('REFUSED')) return 'R';
  const unexpected = codes.filter((code) => code !== 'NOT_FOUND');
  return unexpected.length > 0 ? unexpected.join(' ') : told ? 'F' : '-';
}

/** Each act in its turn: the conflict is looked at before it is settled. */
async function done(
  { child, kept, conflict, missed }: Awaited<ReturnType<typeof arranged>>,
  ask: (document: string, variables: Record<string, unknown>) => Promise<Answer>,
  keptOf: (child: string) => Promise<Answer>,
): Promise<string> {
  const input = {
    childId: child,
    service: 'SCHOOL_NURSING',
    providerId: 'XSL02',
    receivedOn: '2026-11-18',
    referredBy: 'Us',
  };
  const refer = await ask(documents.refer, { input: { ...input, idempotencyKey: randomUUID() } });
  const listed = await ask(documents.conflicts, {});
  const found = (listed.data?.['waitingListConflicts'] ?? []) as { id: string }[];
  const settled = await ask(documents.settle.replace('$KEY', randomUUID()), { id: conflict });
  const seen = await keptOf(child);
  const figures = await ask(documents.figures, {});
  const [cell] = (figures.data?.['waitingTimes'] ?? []) as { suppressed: boolean }[];
  const told = letterOf(figures, cell !== undefined);
  const { rows } = await hub.admin.query<{ version: number }>(
    'select version from health.waiting_list_entry where id = $1',
    [missed],
  );
  const considered = await ask(documents.consider.replace('$KEY', randomUUID()), { id: missed, ...rows[0] });
  const { __typename: what } = (considered.data?.['recordRiskConsidered'] ?? {}) as { __typename?: string };
  return [
    letterOf(refer, refer.data?.['refer'] != null),
    letterOf(
      listed,
      found.some(({ id }) => id === conflict),
    ),
    letterOf(settled, settled.data?.['settleConflict'] != null),
    letterOf(seen, JSON.stringify(seen.data ?? null).includes(kept)),
    told === 'F' && cell?.suppressed === true ? 'S' : told,
    letterOf(considered, what === 'WaitingListEntryUpdated'),
  ].join(' ');
}

const scenarioOf = (who: string, through: string): Scenario => {
  const [persona, ...choices] = who.split(' ');
  const choice = Object.fromEntries(choices.map((text) => text.split('=', 2) as [string, string]));
  return { persona, choice, relations: relationsOf(through), inTheWay: 'nothing' } as unknown as Scenario;
};

/** 1. The pure policies, of what they decide: of what is kept to its provider, and whose a conflict is, the rows do. */
function byPolicy(scenario: Scenario): { refer: string; figures: string } {
  const who = askerOf(scenario);
  const policy = isAmong(who.role, providerStaff) ? waitingListPolicy : referPolicy;
  const { outcome, reason } = decide(policy, who, 'T3', 'WRITE', factsOf(scenario, Domain.HEALTH));
  const entitled = entitlementTo(waitingTimesCube, who);
  return {
    refer: reason === 'REFUSED' ? 'R' : outcome === 'FULL' ? 'F' : '-',
    figures: entitled === null ? 'R' : entitled === 'SUPPRESSED' ? 'S' : 'F',
  };
}

describe.each(actRows)('%s', (_rule, who, through, what) => {
  const scenario = scenarioOf(who, through);
  const as: As = { persona: scenario.persona, ...scenario.choice };

  it('by the pure policy', () => {
    const [refer, , , , figures] = what.split(' ');
    expect(byPolicy(scenario)).toEqual({ refer, figures });
  });

  it('by the subgraph, to somebody with every scope', async () => {
    const every = { ...as, claims: { scopes: [...allScopes, 'health:write', 'health:refer', 'aggregate:read'] } };
    const ask = (document: string, variables: Record<string, unknown>) => hub.ask('health', every, document, variables);
    const of = (id: string) => ask(documents.kept, { of: [{ __typename: 'Child', id }] });
    expect(await done(await arranged(through), ask, of)).toBe(what);
  });

  it('by the gateway, with the persona’s own token', async () => {
    const ask = async (document: string, variables: Record<string, unknown>) =>
      (await hub.post(as, document, variables)).body as Answer;
    const of = (id: string) => ask('query K($id: ID!) { child(id: $id) { health { waiting { id } } } }', { id });
    expect(await done(await arranged(through), ask, of)).toBe(what);
  });
});

it('speaks of every role', () => {
  const spoken = new Set(actRows.map(([, who]) => who.split(' ')[0] ?? ''));
  expect(roles.filter((role) => !spoken.has(role))).toEqual([]);
});
