import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { openedIn, openStatement } from '../../platform/db/open-statement.js';
import { type Asker, decide, type Facts } from '../../platform/access/decide.js';
import type { Policy, Tier } from '../../platform/access/rule.js';
import { personaNamed, subjectOf } from '../../platform/auth/personas.js';
import { subgraphName } from '../../platform/db/names.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { manifests } from '../../cli/domains.js';
import type { TestHub } from '../support/hub.js';
import { basesOf, holderOf, type Part, parts, type Scenario, type Seen } from './scenario.js';

/** The tier each part stands under, and a table of it. */
export const stands: Readonly<Record<Part, { tier: Tier; table: string }>> = {
  PARTNERSHIP: { tier: 'T1', table: 'partnership.child' },
  EDUCATION: { tier: 'T2', table: 'education.enrolment' },
  HEALTH: { tier: 'T3', table: 'health.waiting_list_entry' },
  SOCIAL_CARE: { tier: 'T3', table: 'social_care.status_interval' },
  VIRTUAL_SCHOOL: { tier: 'T2', table: 'virtual_school.pep' },
  SOURCE_RECORDS: { tier: 'T3', table: 'partnership.source_record' },
};

const existenceTable = 'social_care.social_worker_presence';

/** Parts of which somebody may be told that something is held, and no more. */
const existing: readonly Part[] = [Domain.PARTNERSHIP, Domain.SOCIAL_CARE];

const agreement = 'area-send-sharing';

/** Everything a domain shares, of whatever concept. */
export function policyOf(domain: Domain): Policy {
  const policies = manifests.find((manifest) => manifest.domain === domain)?.schema.policies ?? [];
  return { domain, version: 'test', rules: policies.flatMap(({ rules }) => rules) };
}

/** Who asks, as a policy is told. */
export function askerOf({ persona, choice }: Scenario): Asker {
  const { role, purposes } = personaNamed(persona);
  return { role, purpose: choice.purpose ?? purposes[0] ?? 'AUDIT' };
}

/** What is true of the caller and the child, as a policy is told. */
export function factsOf(scenario: Scenario, part: Part): Facts {
  const persona = personaNamed(scenario.persona);
  const { sub, org } = subjectOf(persona, scenario.choice);
  const cleared = scenario.inTheWay === 'staff family' && persona.role === 'designated-safeguarding-lead';
  return {
    bases: basesOf(scenario, [`person:${sub}`, `org:${org}`]),
    agreements: scenario.inTheWay === 'agreement ended' ? [] : [agreement],
    restricted: ['sealed', 'adoption', 'staff family'].includes(scenario.inTheWay) && !cleared,
    objected: scenario.inTheWay === 'objection' && part === Domain.HEALTH,
  };
}

/** 1. The pure policy. */
export function byPolicy(scenario: Scenario, part: Part): Seen {
  const [who, facts] = [askerOf(scenario), factsOf(scenario, part)];
  const policy = policyOf(holderOf(part));
  const full = decide(policy, who, stands[part].tier, 'READ', facts);
  if (full.outcome === 'FULL') return 'FULL';
  const least = existing.includes(part) ? decide(policy, who, 'EXISTENCE', 'READ', facts) : full;
  if (least.outcome === 'EXISTENCE_ONLY') return 'EXISTENCE_ONLY';
  return full.reason === 'REFUSED' && least.reason === 'REFUSED' ? 'REFUSED' : 'SILENT';
}

const selections: Readonly<Record<Part, string>> = {
  PARTNERSHIP: 'id name { family }',
  EDUCATION: 'education { enrolments { from } }',
  HEALTH: 'health { waiting { id } }',
  SOCIAL_CARE: 'socialCare { status hasSocialWorker }',
  VIRTUAL_SCHOOL: 'virtualSchool { peps { term } }',
  SOURCE_RECORDS: 'sourceRecords { id }',
};

interface ShownChild {
  readonly id?: string;
  readonly name?: { family: string | null } | null;
  readonly education?: { enrolments: unknown[] | null } | null;
  readonly health?: { waiting: unknown[] | null } | null;
  readonly socialCare?: { status: string | null; hasSocialWorker: boolean | null } | null;
  readonly virtualSchool?: { peps: unknown[] | null } | null;
  readonly sourceRecords?: unknown[] | null;
}

function reading(part: Part, child: ShownChild): Seen {
  const full = {
    PARTNERSHIP: child.name?.family != null,
    EDUCATION: (child.education?.enrolments ?? []).length > 0,
    HEALTH: (child.health?.waiting ?? []).length > 0,
    SOCIAL_CARE: child.socialCare?.status != null,
    VIRTUAL_SCHOOL: (child.virtualSchool?.peps ?? []).length > 0,
    SOURCE_RECORDS: (child.sourceRecords ?? []).length > 0,
  }[part];
  if (full) return 'FULL';
  const known =
    (part === Domain.PARTNERSHIP && child.id !== undefined) ||
    (part === Domain.SOCIAL_CARE && child.socialCare?.hasSocialWorker);
  return known ? 'EXISTENCE_ONLY' : 'SILENT';
}

type Refusable = readonly { readonly extensions?: Readonly<Record<string, unknown>> }[] | undefined;

const refused = (errors: Refusable): boolean =>
  (errors ?? []).some(({ extensions }) => extensions?.['code'] === 'REFUSED');

export const allScopes = [
  'partnership:read',
  'education:read',
  'health:read',
  'social-care:read',
  'virtual-school:read',
  'match:review',
];

/** 2. The subgraph, entered through `_entities`, by somebody with every scope: the policy alone decides. */
export async function bySubgraph(hub: TestHub, scenario: Scenario, part: Part, child: string): Promise<Seen> {
  const document = `query Look($id: ID!) { _entities(representations: [{ __typename: "Child", id: $id }]) { ... on Child { ${selections[part]} } } }`;
  const as = { persona: scenario.persona, ...scenario.choice, claims: { scopes: allScopes } } as const;
  const answer = await hub.ask(subgraphName(holderOf(part)), as, document, { id: child });
  if (refused(answer.errors)) return 'REFUSED';
  const [shown] = (answer.data?.['_entities'] ?? []) as (ShownChild | null)[];
  return shown ? reading(part, shown) : 'SILENT';
}

/** 3. The gateway, over HTTP, with the persona's own token. */
export async function byGateway(hub: TestHub, scenario: Scenario, child: string): Promise<Record<Part, Seen>> {
  const document = `query Look($id: ID!) { child(id: $id) { ${Object.values(selections).join(' ')} } }`;
  const { body } = await hub.post({ persona: scenario.persona, ...scenario.choice }, document, { id: child });
  const shown = body.data?.['child'] as ShownChild | null | undefined;
  // Two parts are the partnership's: which one was refused, the path says.
  const about = (part: Part) =>
    body.errors?.filter(
      ({ extensions, path }) =>
        extensions.domain === holderOf(part) &&
        (path?.includes('sourceRecords') ?? false) === (part === 'SOURCE_RECORDS'),
    );
  const of = (part: Part): Seen => {
    if (shown) return refused(about(part)) ? 'REFUSED' : reading(part, shown);
    return refused(body.errors) ? 'REFUSED' : 'SILENT';
  };
  return Object.fromEntries(parts.map((part) => [part, of(part)])) as Record<Part, Seen>;
}

/** 4. Raw SQL under the domain's own login, as if every line of ours were wrong. */
export async function bySql(hub: TestHub, app: Client, scenario: Scenario, part: Part, child: string): Promise<Seen> {
  const domain = holderOf(part);
  const { claims, tag } = await hub.voucher({ persona: scenario.persona, ...scenario.choice });
  const tiers: Tier[] = existing.includes(part) ? [stands[part].tier, 'EXISTENCE'] : [stands[part].tier];
  const requests = tiers.map((tier) => ({
    holder: domain,
    about: domain,
    tier,
    act: 'READ' as const,
    operation: `test ${randomUUID()}`,
    kind: 'child',
    keys: [child],
  }));
  await app.query('begin');
  try {
    const { rows } = await app.query(openStatement({ claims, tag }, requests));
    const held = async (table: string): Promise<boolean> =>
      (await app.query(`select from ${table} where child_id = $1`, [child])).rowCount !== 0;
    if (await held(stands[part].table)) return 'FULL';
    // That the partnership knows a child is the permit alone: there is no row of it.
    const known =
      part === Domain.SOCIAL_CARE ? await held(existenceTable) : (openedIn(rows)[1]?.verdicts.size ?? 0) > 0;
    return known ? 'EXISTENCE_ONLY' : 'SILENT';
  } finally {
    await app.query('commit');
  }
}
