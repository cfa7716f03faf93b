import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { decide } from '../../platform/access/decide.js';
import { openStatement } from '../../platform/db/open-statement.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { attentionTiers } from '../../subgraphs/partnership/attention/attention-source.js';
import type { TestHub } from '../support/hub.js';
import { type AttentionRow, attentionRows, nameOfRow } from './attention-rows.js';
import { allScopes, askerOf, factsOf, policyOf, stands } from './observe.js';
import type { Scenario } from './scenario.js';

/** Has every row there is need attention of a child in the week of tests. */
export async function arrangeAttention(admin: Client, child: string): Promise<void> {
  const tierOf = new Map(attentionTiers.map(({ domain, tier }) => [domain, tier]));
  const rows = attentionRows.map((row) => ({ ...row, name: nameOfRow(row), tier: tierOf.get(row.domain) }));
  await admin.query(
    `insert into partnership.attention_fact (child_id, domain, tier, fact_key, facet, besides, kind, fact, since, stands_from, stands_until)
     select $1, domain, tier, name, facet, besides, kind, name, '2026-11-16', '2026-11-16', case when "isOver" then date '2026-11-18' end
     from jsonb_to_recordset($2) r(domain text, tier text, name text, facet text, besides text, kind text, "isOver" boolean)`,
    [child, JSON.stringify(rows)],
  );
}

/** 1. The pure policies of those whose facts they are. */
export function attentionByPolicy(scenario: Scenario): string[] {
  const verdict = (domain: Domain) =>
    decide(policyOf(domain), askerOf(scenario), stands[domain].tier, 'READ', factsOf(scenario, domain));
  const isShown = ({ domain, facet, besides, isOver }: AttentionRow): boolean => {
    const own = verdict(domain);
    if (own.outcome !== 'FULL' || (besides !== null && verdict(besides).outcome !== 'FULL')) return false;
    return [...own.facets].includes('HISTORY') || (facet === null && !(besides !== null && isOver));
  };
  return attentionRows.filter(isShown).map(nameOfRow).sort();
}

interface Shown {
  readonly attention: readonly { readonly fact: string }[] | null;
}

const told = (child: Shown | null | undefined): string[] => (child?.attention ?? []).map(({ fact }) => fact).sort();

/** 2. The subgraph, entered through `_entities`, by somebody with every scope. */
export async function attentionBySubgraph(hub: TestHub, scenario: Scenario, child: string): Promise<string[]> {
  const document = `query Look($id: ID!) { _entities(representations: [{ __typename: "Child", id: $id }]) { ... on Child { attention { fact } } } }`;
  const as = { persona: scenario.persona, ...scenario.choice, claims: { scopes: allScopes } } as const;
  const { data } = await hub.ask('partnership', as, document, { id: child });
  return told(((data?.['_entities'] ?? []) as (Shown | null)[])[0]);
}

/** 3. The gateway, over HTTP, with the persona's own token. */
export async function attentionByGateway(hub: TestHub, scenario: Scenario, child: string): Promise<string[]> {
  const document = 'query Look($id: ID!) { child(id: $id) { attention { fact } } }';
  const { body } = await hub.post({ persona: scenario.persona, ...scenario.choice }, document, { id: child });
  return told(body.data?.['child'] as Shown | null | undefined);
}

/** 4. Raw SQL under the partnership's own login, as if every line of ours were wrong. */
export async function attentionBySql(
  hub: TestHub,
  app: Client | undefined,
  scenario: Scenario,
  child: string,
): Promise<string[]> {
  const { claims, tag } = await hub.voucher({ persona: scenario.persona, ...scenario.choice });
  const requests = attentionTiers.map(({ domain: about, tier }) => ({
    ...{ holder: Domain.PARTNERSHIP, about, tier, act: 'READ' as const, kind: 'child' },
    ...{ operation: `test ${randomUUID()}`, keys: [child] },
  }));
  await app?.query('begin');
  try {
    await app?.query(openStatement({ claims, tag }, requests));
    const seen = await app?.query<{ fact: string }>('select fact from partnership.attention_fact order by fact');
    return (seen?.rows ?? []).map(({ fact }) => fact).sort();
  } finally {
    await app?.query('commit');
  }
}
