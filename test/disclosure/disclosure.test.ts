import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { decide } from '../../platform/access/decide.js';
import type { Tier } from '../../platform/access/rule.js';
import { personaNamed } from '../../platform/auth/personas.js';
import { subgraphName } from '../../platform/db/names.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild } from '../support/arrange.js';
import { arrangeFacets } from '../support/arrange-facets.js';
import { testHub, type TestHub } from '../support/hub.js';
import { facetsByGateway, facetsByPolicy, facetsBySql, facetsBySubgraph } from './observe-facets.js';
import { attentionShown } from './attention-rows.js';
import { changesShown } from './change-rows.js';
import {
  arrangeAttention,
  attentionByGateway,
  attentionByPolicy,
  attentionBySql,
  attentionBySubgraph,
} from './observe-attention.js';
import {
  arrangeChanges,
  changesByGateway,
  changesByPolicy,
  changesBySql,
  changesBySubgraph,
} from './observe-change.js';
import { askerOf, byGateway, byPolicy, bySql, bySubgraph, factsOf, policyOf } from './observe.js';
import { holderOf, type Part, parts, type Scenario, scenarios, type Seen } from './scenario.js';

const domains = Object.values(Domain);
let hub: TestHub;
const apps = new Map<Part, Client>();

beforeAll(async () => {
  hub = await testHub();
  for (const part of parts) apps.set(part, await hub.appClient(holderOf(part)));
});

afterAll(() => hub.close());

async function putInTheWay(scenario: Scenario, child: string): Promise<void> {
  const restriction = { sealed: 'SEALED', adoption: 'ADOPTION', 'staff family': 'STAFF_FAMILY' }[
    scenario.inTheWay as string
  ];
  if (restriction)
    await hub.admin.query(`insert into access.restriction values ($1, $2, '2026-01-01', null)`, [child, restriction]);
  if (scenario.inTheWay === 'objection') {
    await hub.admin.query(
      `insert into access.objection values ($1, 'HEALTH', null, tstzrange('2026-01-01', null), 'test')`,
      [child],
    );
  }
  const until = scenario.inTheWay === 'agreement ended' ? `'2026-06-01'` : 'null';
  await hub.admin.query(`update access.agreement set valid = tstzrange('2026-01-01', ${until})`);
}

const whole = (of: (part: Part) => Seen): Record<string, Seen> =>
  Object.fromEntries(parts.map((part) => [part, of(part)]));

/** Whether the child is there to go on from, were it by the id alone. */
const isThere = ({ seen }: Scenario): boolean => ['FULL', 'EXISTENCE_ONLY'].includes(seen.PARTNERSHIP);

/** In the partnership's own subgraph, what its sources say is reached by way of the child. */
const throughChild = (scenario: Scenario): Record<string, Seen> => {
  const { seen } = scenario;
  return whole((part) => (part === 'SOURCE_RECORDS' && !isThere(scenario) ? seen.PARTNERSHIP : seen[part]));
};

/** Through the gateway a part is reached by way of the child, and only by somebody whose scopes name it. */
function throughGateway(scenario: Scenario): Record<string, Seen> {
  const { persona, seen } = scenario;
  const { scopes } = personaNamed(persona);
  const may = (part: Part): boolean =>
    scopes.includes(part === 'SOURCE_RECORDS' ? 'match:review' : `${subgraphName(part)}:read`);
  if (!may(Domain.PARTNERSHIP)) return whole(() => 'REFUSED');
  if (!isThere(scenario)) return whole(() => (seen.PARTNERSHIP === 'REFUSED' ? 'REFUSED' : 'SILENT'));
  return whole((part) => (may(part) ? seen[part] : 'REFUSED'));
}

const tiers: readonly Tier[] = ['T1', 'T2', 'T3', 'T4'];

/** Whether the domain's rules open any fact of the child's to whoever asks, whichever tier it stands in. */
const sharesElsewhere = (scenario: Scenario, domain: Domain): boolean =>
  tiers.some(
    (tier) => decide(policyOf(domain), askerOf(scenario), tier, 'READ', factsOf(scenario, domain)).outcome === 'FULL',
  );

describe.each(scenarios.map((scenario) => [scenario.rule, scenario] as const))('%s', (_rule, scenario) => {
  let child: string;

  beforeAll(async () => {
    child = await arrangeChild(hub.admin, scenario.relations);
    await arrangeFacets(hub.admin, child);
    await arrangeAttention(hub.admin, child);
    await arrangeChanges(hub.admin, child);
    await putInTheWay(scenario, child);
  });

  it('by the pure policy [S32]', () => {
    expect(whole((part) => byPolicy(scenario, part))).toEqual(scenario.seen);
  });

  it('by the subgraph [S32]', async () => {
    const found = await Promise.all(
      parts.map(async (part) => [part, await bySubgraph(hub, scenario, part, child)] as const),
    );
    expect(Object.fromEntries(found)).toEqual(throughChild(scenario));
  });

  it('by the gateway [S32]', async () => {
    expect(await byGateway(hub, scenario, child)).toEqual(throughGateway(scenario));
  });

  it('and of what only some see, by all four [S32]', async () => {
    const facets = [...scenario.facets].sort();
    expect(facetsByPolicy(scenario)).toEqual(facets);
    expect(await facetsBySubgraph(hub, scenario, child)).toEqual(facets);
    // Through the gateway all of it is reached by way of the child.
    const reached = scenario.seen.PARTNERSHIP === 'FULL' ? facets : [];
    expect(await facetsByGateway(hub, scenario, child)).toEqual(reached);
    expect(await facetsBySql(hub, (part) => apps.get(part), scenario, child)).toEqual(facets);
  });

  it('and of every kind of what needs attention, by all four [S32]', async () => {
    const shown = attentionShown(scenario);
    expect(attentionByPolicy(scenario)).toEqual(shown);
    expect(await attentionBySql(hub, apps.get(Domain.PARTNERSHIP), scenario, child)).toEqual(shown);
    // It is the child's own field: of a child who is not there nothing is asked.
    const reached = isThere(scenario) ? shown : [];
    expect(await attentionBySubgraph(hub, scenario, child)).toEqual(reached);
    expect(await attentionByGateway(hub, scenario, child)).toEqual(reached);
  });

  it('and of what changed, by all four [S32]', async () => {
    const shown = changesShown(scenario);
    expect(changesByPolicy(scenario)).toEqual(shown);
    expect(await changesBySql(hub, apps.get(Domain.PARTNERSHIP), scenario, child)).toEqual(shown);
    // They are listed by whom the caller may see, and told without the child whose own record is hidden.
    expect(await changesBySubgraph(hub, scenario)).toEqual(shown);
    const may = personaNamed(scenario.persona).scopes.includes('partnership:read');
    expect(await changesByGateway(hub, scenario)).toEqual(may ? shown : []);
  });

  it('and is told why, in words that never say whether anything is held', async () => {
    const document = 'query Why($id: ID!) { child(id: $id) { access { domain outcome because } } }';
    const claims = { scopes: ['partnership:read'] };
    const { data } = await hub.ask('partnership', { persona: scenario.persona, ...scenario.choice, claims }, document, {
      id: child,
    });
    const told = (data?.['child'] as { access: { domain: Domain; outcome: string; because: string }[] } | null)?.access;
    if (!isThere(scenario)) {
      expect(told).toBeUndefined();
      return;
    }
    for (const { because } of told ?? []) expect(because).toMatch(/^[A-Z].+\.$/);
    if (scenario.seen.PARTNERSHIP === 'EXISTENCE_ONLY') {
      expect(told).toMatchObject([{ domain: 'PARTNERSHIP', outcome: 'EXISTENCE_ONLY' }]);
      return;
    }
    const expected: Record<string, Seen> = Object.fromEntries(domains.map((domain) => [domain, scenario.seen[domain]]));
    // A domain shares some facts of a child with whom it does not show the record: the weekly list, without the plans.
    for (const domain of domains)
      if (scenario.seen[domain] === 'SILENT' && sharesElsewhere(scenario, domain)) expected[domain] = 'FULL';
    // An objection, like a restriction, is itself not told.
    if (scenario.inTheWay === 'objection') expected['HEALTH'] = 'FULL';
    const shown = { FULL: 'FULL', EXISTENCE_ONLY: 'EXISTENCE_ONLY', SILENT: 'NOT_SHARED', REFUSED: 'NOT_SHARED' };
    expect(Object.fromEntries((told ?? []).map(({ domain, outcome }) => [domain, outcome]))).toEqual(
      Object.fromEntries(Object.entries(expected).map(([domain, seen]) => [domain, shown[seen]])),
    );
  });

  it('by the database alone [S32]', async () => {
    const found = await Promise.all(
      [...apps].map(async ([part, app]) => [part, await bySql(hub, app, scenario, part, child)] as const),
    );
    expect(Object.fromEntries(found)).toEqual(
      whole((part) => (scenario.seen[part] === 'REFUSED' ? 'SILENT' : scenario.seen[part])),
    );
  });
});
