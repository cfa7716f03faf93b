import type { EntityManager } from 'typeorm';
import type { Permit } from '../../../platform/access/permit.js';
import type { Opened, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { StoredChild } from './stored-child.js';

const columns = `c.given, c.family, c.preferred, c.previous_family as "previousFamily", c.date_of_birth as "dateOfBirth", c.sex,
  (select coalesce(jsonb_agg(jsonb_build_object('type', i.type, 'value', i.value, 'verified', i.verified)
      order by i.type, i.value), '[]')
    from partnership.identifier i where i.child_id = c.child_id) as identifiers`;

// After a merge a child has a row under each id: the one that was asked for speaks last, and so is the one kept.
const byIds = {
  name: 'partnership_children',
  text: `select k.asked as "childId", ${columns}
    from ctx.keys($1) k join partnership.child c on c.child_id = k.held order by k.asked = k.held`,
};

const byIdentifier = {
  name: 'partnership_child_by_identifier',
  text: `select c.child_id as "childId", ${columns}
    from partnership.identifier n join partnership.child c on c.child_id = n.child_id where n.value_hash = any ($1)`,
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

  /** What an identifier is looked up and audited by: the key stays in the database. */
  async keyedHash(manager: EntityManager, identifier: string): Promise<string> {
    const rows: { hash: string }[] = await manager.query('select partnership.keyed_hash($1) hash', [identifier]);
    return rows[0]?.hash ?? '';
  }
}
