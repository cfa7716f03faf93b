import type { ListPage, Permit } from '../../../platform/access/permit.js';
import type { SeenByKey, SeenChildren, SeenPage } from '../../../platform/access/seen.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { shownChild, shownIdentifier, type StoredChild } from './stored-child.js';

const parse = shownChild.parser<StoredChild>({ identifiers: shownIdentifier });

/** What is shown of children, which stands on the row of each of their ids, and their numbers, over all ids. */
const shownOf = (ids: string): string => `with asked as materialized (select distinct i as child_id from (${ids}) a(i)),
    numbered as (
      select d.asked, ${shownIdentifier.list('d', 'd.type, d.value')} as identifiers
      from (select k.asked, i.type, i.value, bool_or(i.verified) verified
        from ctx.keys(array(select child_id from asked)) k join partnership.identifier i on i.child_id = k.held
        group by k.asked, i.type, i.value) d
      group by d.asked)
  select ${shownChild.select('c')}, coalesce(n.identifiers, '[]') as identifiers
  from asked join partnership.child c using (child_id) left join numbered n on n.asked = c.child_id`;

const byIds = { name: 'partnership_children', text: shownOf('select unnest($1::uuid[])'), parse };

// By the ids of whoever the number leads to: the one the child is shown by is among them.
const byIdentifier = {
  name: 'partnership_child_by_identifier',
  text: shownOf(`select k.held from partnership.identifier n cross join lateral ctx.keys(array[n.child_id]) k
    where n.value_hash = any ($1)`),
  parse,
};

// Whom a search or a page may show is known once it is opened: they, and no others, are this transaction's to read.
const permitted = {
  name: 'partnership_children_permitted',
  text: shownOf(`select unnest(ctx.permitted('PARTNERSHIP', 'PARTNERSHIP', 'T1', 'READ'))`),
  parse,
};

const whose = ({ childId }: StoredChild): string => childId;

/** The child index. Every read takes the permit it is made under. */
export class ChildRepository {
  constructor(private readonly unit: UnitOfWork) {}

  byIds(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredChild>> {
    return this.unit.read(permit, children, { ...byIds, values: [children] });
  }

  /** Of whom no more may be known than that they are: whom the permit names, without a row. */
  known(permit: Permit, children: readonly string[]): Promise<SeenChildren<never>> {
    return this.unit.read(permit, children, null);
  }

  /** By the keyed hash of an identifier, so that the audit row never holds its value. */
  byIdentifier(permit: Permit, hash: string): Promise<SeenByKey<StoredChild>> {
    return this.unit.readByKeys(
      permit,
      { kind: 'identifier', keys: [hash] },
      { ...byIdentifier, values: [[hash]] },
      whose,
    );
  }

  /** Whom a search finds: of what is sought, the audit holds the keyed hash alone. */
  found(permit: Permit, hash: string, sought: object): Promise<SeenByKey<StoredChild>> {
    return this.unit.readByKeys(permit, { kind: 'search', keys: [hash], sought }, { ...permitted, values: [] }, whose);
  }

  /** Those of a page of a list, in its order. */
  ofPage(permit: Permit, page: ListPage): Promise<SeenPage<StoredChild>> {
    return this.unit.readPage(permit, page, { ...permitted, values: [] }, whose);
  }
}
