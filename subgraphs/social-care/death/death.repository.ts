import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { ChangedFact } from '../changed-fact.js';
import { DeathRow } from './death.row.js';

/** The day a child died, as one source says. */
export interface SourcedDeath {
  readonly childId: string;
  /** YYYY-MM-DD. */
  readonly diedOn: string;
}

/** What is held of a death under one id of a child: a child comes back once for each of the ids that are linked. */
export interface StoredDeath {
  /** The id that was asked for. */
  readonly childId: string;
  /** The record's own id. */
  readonly recordId: string;
  /** The earliest day that a source gives; null where none gives one. */
  readonly diedOn: string | null;
}

const death = Columns.of(DeathRow).without('source');

const replacement = `
  with given as materialized (
    select g."childId" child_id, min(g."diedOn") died_on
    from jsonb_to_recordset($3) g(${death.recordset})
    where g."diedOn" <= (select ctx.today()) group by g."childId"),
  gone as (
    delete from social_care.death where source = $1 and child_id = any ($2)
      and child_id not in (select child_id from given) returning child_id),
  kept as (
    insert into social_care.death as held (child_id, source, died_on) select child_id, $1, died_on from given
    on conflict (child_id, source) do update set died_on = excluded.died_on where held.died_on <> excluded.died_on
    returning child_id)
  select child_id "childId", true removed from gone union all select child_id, false from kept`;

/**
 * Makes these days the whole of what a source says of the deaths of these children: a return that names a child and
 * gives no date any more takes back what it gave before. A day to come is no death. Returns what changed: the same again
 * is nothing.
 */
export async function replaceDeaths(
  writing: Writing,
  source: string,
  children: readonly string[],
  deaths: readonly SourcedDeath[],
): Promise<ChangedFact[]> {
  const changed: ChangedFact[] = await writing.query(replacement, [source, children, death.json(deaths)]);
  return changed;
}

const ofChildren = {
  name: 'social_care_deaths_of_children',
  text: `select k.asked as "childId", k.held as "recordId", min(d.died_on) as "diedOn"
    from ctx.keys($1) k left join social_care.death d on d.child_id = k.held
    group by k.asked, k.held order by k.asked, k.held`,
};

/** When children died, in PostgreSQL. */
export class DeathRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredDeath>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
