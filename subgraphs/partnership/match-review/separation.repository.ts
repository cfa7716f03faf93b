import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import type { OfChild, UnitOfWork } from '../../../platform/db/unit-of-work.js';

/** One row a separation of a child: whom it was separated from. */
export interface StoredSeparation extends OfChild {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  /** Null where no decision tells. */
  readonly since: string | null;
  /** The ids of either side that a person parted. */
  readonly own: readonly string[];
  readonly other: readonly string[];
  readonly disclosures: readonly StoredDisclosure[];
}

export interface StoredDisclosure {
  readonly at: string;
  readonly who: string;
  readonly role: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly about: string;
  readonly tier: string;
  readonly operation: string;
}

const iso = (instant: string): string => `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const partedFrom = {
  name: 'partnership_parted_from',
  text: `select distinct k.asked as "childId", d.other_id as "otherId" from ctx.keys($1) k
    join partnership.match_decision d on d.child_id = k.held where d.kind = 'SEPARATED'`,
};

// Either side's rows carry the same instant; the other side's are there to be seen only where it was opened too.
const separations = {
  name: 'partnership_separations',
  text: `with own as materialized (select k.held from ctx.keys($1) k),
    act as materialized (
      select d.at, d.actor, max(coalesce(d.actor_name, d.actor)) by, max(d.reason) reason, max(d.since) since,
        array_agg(distinct d.child_id) filter (where d.child_id in (select held from own)) own,
        array_agg(distinct d.child_id) filter (where d.child_id not in (select held from own)) other
      from partnership.match_decision d
      where d.kind = 'SEPARATED' and d.child_id = any (ctx.permitted('PARTNERSHIP', 'PARTNERSHIP', 'T3', 'READ'))
      group by d.at, d.actor)
    select $1[1] as "childId", ${iso('a.at')} as at, a.by, a.reason, ${iso('a.since')} as since, a.own, a.other,
      (select coalesce(jsonb_agg(jsonb_build_object('at', ${iso('x.at')}, 'who', x.who, 'role', x.role, 'organisation', x.organisation,
          'purpose', x.purpose, 'about', x.about, 'tier', x.tier, 'operation', x.operation) order by x.at), '[]')
        from access.disclosures_while_linked(a.own, a.other, coalesce(a.since, '-infinity'), a.at) x) as disclosures
    from act a where a.own is not null and a.other is not null order by a.at desc`,
};

/** Who had been taken for one child and was separated, and who was shown records of both while they were one. */
export class SeparationRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** The children that each was ever separated from, by any of their ids. */
  partedFrom(
    permit: Permit,
    children: readonly string[],
  ): Promise<SeenChildren<OfChild & { readonly otherId: string }>> {
    return this.unit.read(permit, children, { ...partedFrom, values: [children] });
  }

  /** The separations of a child from others whom the permit was asked for, too; the latest first. */
  ofChild(permit: Permit, childId: string, others: readonly string[]): Promise<SeenChildren<StoredSeparation>> {
    return this.unit.read(permit, [childId, ...others], { ...separations, values: [[childId]] });
  }
}
