import type { EntityManager } from 'typeorm';
import type { Permit } from '../../../platform/access/permit.js';
import type { Opened, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { StoredChild } from './stored-child.js';

const columns = `c.given, c.family, c.preferred, c.previous_family as "previousFamily", c.date_of_birth as "dateOfBirth", c.sex,
  (select coalesce(jsonb_agg(jsonb_build_object('type', n.type, 'value', n.value, 'verified', n.verified)
      order by n.type, n.value), '[]')
    from (select i.type, i.value, bool_or(i.verified) verified from ctx.keys(array[c.child_id]) k
      join partnership.identifier i on i.child_id = k.held group by i.type, i.value) n) as identifiers`;

// What is shown of a child stands on the row of each of its ids: the id that was asked for is enough.
const byIds = {
  name: 'partnership_children',
  text: `select c.child_id as "childId", ${columns} from partnership.child c where c.child_id = any ($1)`,
};

// By the id the number leads to: the one the child is shown by.
const byIdentifier = {
  name: 'partnership_child_by_identifier',
  text: `select c.child_id as "childId", ${columns}
    from (select distinct k.held from partnership.identifier n cross join lateral ctx.keys(array[n.child_id]) k
      where n.value_hash = any ($1)) h
    join partnership.child c on c.child_id = h.held`,
};

// Whom a search may show is known once it is opened: they, and no others, are this transaction's to read.
const permitted = {
  name: 'partnership_children_permitted',
  text: `select c.child_id as "childId", ${columns} from partnership.child c
    where c.child_id = any (ctx.permitted('PARTNERSHIP', 'PARTNERSHIP', 'T1', 'READ'))`,
};

/** The child index. Every read takes the permit it is made under. */
export class ChildRepository {
  constructor(private readonly unit: UnitOfWork) {}

  byIds(permit: Permit, children: readonly string[]): Promise<Opened<StoredChild>> {
    return this.unit.read(permit, { children }, { ...byIds, values: [children] });
  }

  /** By the keyed hash of an identifier, so that the audit row never holds its value. */
  byIdentifier(permit: Permit, hash: string): Promise<Opened<StoredChild>> {
    return this.unit.read(permit, { kind: 'identifier', keys: [hash] }, { ...byIdentifier, values: [[hash]] });
  }

  /** Whom a search finds: of what is sought, the audit holds the keyed hash alone. */
  found(permit: Permit, hash: string, sought: object): Promise<Opened<StoredChild>> {
    return this.unit.read(permit, { kind: 'search', keys: [hash], sought }, { ...permitted, values: [] });
  }

  /** What an identifier, or a name, is looked up and audited by: the key stays in the database. */
  async keyedHash(manager: EntityManager, value: string): Promise<string> {
    const rows: { hash: string }[] = await manager.query('select partnership.keyed_hash($1) hash', [value]);
    return rows[0]?.hash ?? '';
  }
}
