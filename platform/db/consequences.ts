import type { Basis, Tier } from '../access/rule.js';
import type { Domain } from '../vocabulary/domain.js';
import type { Query } from './query.js';

/** One relationship that follows from one of a domain's own facts. */
export interface Related {
  readonly childId: string;
  /** `person:<subject>`, `org:<urn, ods or council code>` or `team:<id>`. */
  readonly grantee: string;
  readonly basis: Basis;
  /** The fact it follows from; the same fact again replaces the relationship. */
  readonly reference: string;
  /** The first day it holds. */
  readonly from: string;
  /** The first day it no longer holds; null while open. Not after `from`: it never held, and is removed. */
  readonly until: string | null;
}

/** What a domain's facts have to say of some bases: everything, so that what is not among it ends. */
export interface RelatedExactly {
  readonly children: readonly string[];
  readonly bases: readonly Basis[];
  readonly related: readonly Related[];
}

const asRows = (related: readonly Related[]): string =>
  JSON.stringify(
    related.map(({ childId, grantee, basis, reference, from, until }) => ({
      child_id: childId,
      grantee,
      basis,
      reference,
      from,
      until: until !== null && until < from ? from : until,
    })),
  );

/** Writes relationships as consequences of facts, for children the unit was opened to change. Returns how many changed. */
export async function relate(query: Query, domain: Domain, tier: Tier, related: readonly Related[]): Promise<number> {
  if (related.length === 0) return 0;
  const done = await query<{ changed: number }>('select access.relate($1, $2, $3) changed', [
    domain,
    tier,
    asRows(related),
  ]);
  return done[0]?.changed ?? 0;
}

/**
 * Makes the relationships of these bases of all these children, under any of their ids, what is given and no others. For
 * systems alone. Returns how many changed.
 */
export async function relateExactly(
  query: Query,
  domain: Domain,
  tier: Tier,
  { children, bases, related }: RelatedExactly,
): Promise<number> {
  if (children.length === 0) return 0;
  const done = await query<{ changed: number }>(
    'select access.relate_exactly($1, $2, $3::uuid[], $4::text[], $5) changed',
    [domain, tier, children, bases, asRows(related)],
  );
  return done[0]?.changed ?? 0;
}

/** Tells whoever may hear it that facts of one kind changed for these children: kind and child, nothing else. */
export async function emit(query: Query, domain: Domain, topic: string, children: readonly string[]): Promise<void> {
  const distinct = [...new Set(children)].sort();
  if (distinct.length > 0) await query('select access.emit($1, $2, $3::uuid[])', [domain, topic, distinct]);
}

/** Tells whoever may hear it that facts of one kind changed which are of no child. For systems alone. */
export async function emitOfNobody(query: Query, domain: Domain, topic: string): Promise<void> {
  await query('select access.emit_of_nobody($1, $2)', [domain, topic]);
}
