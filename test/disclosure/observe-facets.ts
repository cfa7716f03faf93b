import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { decide } from '../../platform/access/decide.js';
import { type Facet, toldAs } from '../../platform/vocabulary/facet.js';
import { openStatement } from '../../platform/db/open-statement.js';
import { subgraphName } from '../../platform/db/names.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { unnamedService } from '../support/arrange-facets.js';
import type { TestHub } from '../support/hub.js';
import { allScopes, askerOf, factsOf, policyOf, stands } from './observe.js';
import type { Scenario } from './scenario.js';

/** The parts whose records hold what only some see. */
const holding = [Domain.PARTNERSHIP, Domain.HEALTH, Domain.SOCIAL_CARE] as const;
type Holding = (typeof holding)[number];

/** The same in any order: those of the record. Who is told of what happens is another question (who-is-told.test.ts). */
const set = (facets: Iterable<Facet>): Facet[] =>
  [...new Set(facets)].filter((facet) => !(toldAs as readonly Facet[]).includes(facet)).sort();

/** 1. The pure policy. */
export const facetsByPolicy = (scenario: Scenario): Facet[] =>
  set(
    holding.flatMap((part) => {
      const { tier } = stands[part];
      return [...decide(policyOf(part), askerOf(scenario), tier, 'READ', factsOf(scenario, part)).facets];
    }),
  );

const selections: Readonly<Record<Holding, string>> = {
  PARTNERSHIP: 'identifiers { type }',
  HEALTH: 'health { waiting { service } }',
  SOCIAL_CARE: 'socialCare { intervals { from until } }',
};

interface ShownFacets {
  readonly identifiers?: { readonly type: Facet }[] | null;
  readonly health?: { readonly waiting: readonly { readonly service: string }[] | null } | null;
  readonly socialCare?: { readonly intervals: { readonly until: string | null }[] | null } | null;
}

function reading({ identifiers, health, socialCare }: ShownFacets): Facet[] {
  const named = (health?.waiting ?? []).some(({ service }) => service === unnamedService.service);
  const past = (socialCare?.intervals ?? []).some(({ until }) => until !== null);
  return set([
    ...(identifiers ?? []).map(({ type }) => type),
    ...(named ? (['SENSITIVE_SERVICE'] as const) : []),
    ...(past ? (['HISTORY'] as const) : []),
  ]);
}

/** 2. The subgraphs, entered through `_entities`, by somebody with every scope. */
export async function facetsBySubgraph(hub: TestHub, scenario: Scenario, child: string): Promise<Facet[]> {
  const as = { persona: scenario.persona, ...scenario.choice, claims: { scopes: allScopes } } as const;
  const shown = await Promise.all(
    holding.map(async (part) => {
      const document = `query Look($id: ID!) { _entities(representations: [{ __typename: "Child", id: $id }]) { ... on Child { ${selections[part]} } } }`;
      const { data } = await hub.ask(subgraphName(part), as, document, { id: child });
      return ((data?.['_entities'] ?? []) as (ShownFacets | null)[])[0] ?? {};
    }),
  );
  return set(shown.flatMap(reading));
}

/** 3. The gateway, over HTTP, with the persona's own token. */
export async function facetsByGateway(hub: TestHub, scenario: Scenario, child: string): Promise<Facet[]> {
  const document = `query Look($id: ID!) { child(id: $id) { ${Object.values(selections).join(' ')} } }`;
  const { body } = await hub.post({ persona: scenario.persona, ...scenario.choice }, document, { id: child });
  return reading((body.data?.['child'] as ShownFacets | null | undefined) ?? {});
}

/** The rows that stand under a facet, each by its name. */
const rowsUnder: Readonly<Record<Holding, string>> = {
  PARTNERSHIP: 'select type facet from partnership.identifier where child_id = $1',
  HEALTH: `select 'SENSITIVE_SERVICE' facet from health.waiting_list_entry
    where child_id = $1 and service = '${unnamedService.service}'`,
  SOCIAL_CARE: `select 'HISTORY' facet from social_care.status_interval where child_id = $1 and held_until is not null`,
};

/** 4. Raw SQL under the domains' own logins, as if every line of ours were wrong. */
export async function facetsBySql(
  hub: TestHub,
  appOf: (part: Holding) => Client | undefined,
  scenario: Scenario,
  child: string,
): Promise<Facet[]> {
  const { claims, tag } = await hub.voucher({ persona: scenario.persona, ...scenario.choice });
  const found: Facet[] = [];
  for (const part of holding) {
    const app = appOf(part);
    const request = {
      ...{ holder: part, about: part, tier: stands[part].tier, act: 'READ' as const, kind: 'child' },
      ...{ operation: `test ${randomUUID()}`, keys: [child] },
    };
    await app?.query('begin');
    try {
      await app?.query(openStatement({ claims, tag }, [request]));
      const seen = await app?.query<{ facet: Facet }>(rowsUnder[part], [child]);
      found.push(...(seen?.rows ?? []).map(({ facet }) => facet));
    } finally {
      await app?.query('commit');
    }
  }
  return set(found);
}
