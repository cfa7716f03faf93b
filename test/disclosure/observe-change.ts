import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { decide } from '../../platform/access/decide.js';
import { openStatement } from '../../platform/db/open-statement.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import type { TestHub } from '../support/hub.js';
import { changeRows, changesStand, nameOfChange } from './change-rows.js';
import { allScopes, askerOf, factsOf, policyOf } from './observe.js';
import type { Scenario } from './scenario.js';

const tierOf = new Map(changesStand.map(({ domain, tier }) => [domain, tier]));

/** Has every row there is change of a child, and of nobody else. */
export async function arrangeChanges(admin: Client, child: string): Promise<void> {
  const rows = changeRows.map((row) => ({ ...row, name: nameOfChange(row), tier: tierOf.get(row.domain) }));
  await admin.query('delete from partnership.change');
  await admin.query(
    `insert into partnership.change (child_id, domain, tier, change_key, facet, at, heard_at, what)
     select $1, domain, tier, name, facet, now(), now(), name
     from jsonb_to_recordset($2) r(domain text, tier text, name text, facet text)`,
    [child, JSON.stringify(rows)],
  );
}

/** 1. The pure policies of those whose changes they are. */
export const changesByPolicy = (scenario: Scenario): string[] =>
  changeRows
    .filter(({ domain, facet }) => {
      const { outcome, facets } = decide(
        policyOf(domain),
        askerOf(scenario),
        tierOf.get(domain) ?? 'T4',
        'READ',
        factsOf(scenario, domain),
      );
      return outcome === 'FULL' && (facet === null || facets.has(facet));
    })
    .map(nameOfChange)
    .sort();

const document = 'query Changed { changes(since: "2026-01-01T00:00:00Z") { what } }';
const told = (data: unknown): string[] =>
  ((data as { changes: { what: string }[] | null } | null)?.changes ?? []).map(({ what }) => what).sort();

/** 2. The subgraph, to somebody with every scope. */
export async function changesBySubgraph(hub: TestHub, scenario: Scenario): Promise<string[]> {
  const as = { persona: scenario.persona, ...scenario.choice, claims: { scopes: allScopes } } as const;
  return told((await hub.ask('partnership', as, document)).data);
}

/** 3. The gateway, over HTTP, with the persona's own token. */
export async function changesByGateway(hub: TestHub, { persona, choice }: Scenario): Promise<string[]> {
  return told((await hub.post({ persona, ...choice }, document)).body.data);
}

/** 4. Raw SQL under the partnership's own login, as if every line of ours were wrong. */
export async function changesBySql(
  hub: TestHub,
  app: Client | undefined,
  scenario: Scenario,
  child: string,
): Promise<string[]> {
  const { claims, tag } = await hub.voucher({ persona: scenario.persona, ...scenario.choice });
  const requests = changesStand.map(({ domain: about, tier }) => ({
    ...{ holder: Domain.PARTNERSHIP, about, tier, act: 'READ' as const, kind: 'child' },
    ...{ operation: `test ${randomUUID()}`, keys: [child] },
  }));
  await app?.query('begin');
  try {
    await app?.query(openStatement({ claims, tag }, requests));
    const seen = await app?.query<{ what: string }>('select what from partnership.change order by what');
    return (seen?.rows ?? []).map(({ what }) => what).sort();
  } finally {
    await app?.query('commit');
  }
}
