import { randomUUID } from 'node:crypto';
import { hub } from '../cli/domains.js';
import type { SignedIn } from '../gateway/asking.js';
import { decide } from '../platform/access/decide.js';
import type { OpenRequest } from '../platform/db/merge-requests.js';
import { basisOf } from './callers.js';
import { type Manner, type Outcomes, requestOf, type Statement } from './hand-written.js';
import type { ReadPlan } from './limit-reads.js';
import { withPlainKeys } from './plain-keys.js';

/** The one plain row that some of the floors write for each question. */
export const plainAudit = `create schema bench;
create table bench.audit (
  seq bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  organisation text not null,
  role text not null,
  purpose text not null,
  request_id text not null,
  child_id uuid not null,
  requests jsonb not null
)`;

const writeDown = {
  name: 'bench_audit',
  text: `insert into bench.audit (actor, organisation, role, purpose, request_id, child_id, requests)
    values ($1, $2, $3, $4, $5, $6, $7)`,
};

/**
 * What the rules say of one request, from role and purpose alone: nothing is looked up, so this is right for a caller
 * who is related to the child as the bench's callers are, and for a child whom nothing hides.
 */
function outcomeOf(who: SignedIn, { about, tier, act }: OpenRequest): string | undefined {
  if (act === 'AGGREGATE') return undefined;
  const rules = hub.schemas
    .flatMap(({ policies }) => policies)
    .filter(({ domain }) => domain === about)
    .flatMap((policy) => policy.rules);
  const agreements = rules.flatMap(({ agreement }) => agreement ?? []);
  const facts = { bases: [basisOf(who.role)], agreements, restricted: false, objected: false };
  const { outcome } = decide({ domain: about, version: 'bench', rules }, who, tier, act, facts);
  return outcome === 'NOT_SHARED' ? undefined : outcome;
}

function outcomesOf(id: string, who: SignedIn, plan: ReadPlan): Outcomes {
  const decided = plan.requestsFor(id).map((request) => outcomeOf(who, request));
  return (name) => decided[requestOf(plan, name)];
}

/**
 * Less than this no hub of ours can cost: the same texts in one transaction, as the server's superuser, whom row-level
 * security does not concern; nobody is verified by the database, nothing is decided by it, and nothing is written down.
 * Or, `audited`, one plain row is, without an index beside its key, and the answer waits until it is on disk.
 */
export function floor({ audited }: { readonly audited: boolean }): Manner {
  // Which rules speak of a role and purpose does not change while the bench runs.
  const known = new WeakMap<ReadPlan, Outcomes>();
  const row = (id: string, who: SignedIn, plan: ReadPlan): Statement => ({
    ...writeDown,
    values: [who.sub, who.org, who.role, who.purpose, randomUUID(), id, JSON.stringify(plan.requestsFor(id))],
  });
  return {
    before: (id, who, plan) => (audited ? row(id, who, plan) : null),
    roleOf: () => null,
    textOf: withPlainKeys,
    outcomes: (id, who, plan) => {
      const outcomes = known.get(plan) ?? outcomesOf(id, who, plan);
      known.set(plan, outcomes);
      return outcomes;
    },
  };
}
