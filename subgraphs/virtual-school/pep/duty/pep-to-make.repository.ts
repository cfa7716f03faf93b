import type { Listing, Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import type { PepToMake } from './peps-to-make.js';
import { PepToMakeRow } from './pep-to-make.row.js';

const toMake = Columns.of(PepToMakeRow).without('sourceDomain', 'sourceTier');

/** One plan that is to be made, as stored, with the child it was asked for by. */
export type StoredPepToMake = RowOf<typeof toMake>;

const shown = toMake.without('childId');

// What is to be made so far: of terms to come nothing is. Before the term of the first plan that any file tells of, no file
// says whether there was one, unless it is the term of today.
const ofChildren = {
  name: 'virtual_school_peps_to_make',
  text: `select k.asked as "childId", ${shown.select('m')}
    from ctx.keys($1) k join virtual_school.pep_to_make m on m.child_id = k.held
    where m.made_from <= ctx.today() and m.term collate "C" >= least($2, virtual_school.peps_told_from()) order by m.due_on desc`,
  parse: shown.parser<StoredPepToMake>(),
};

// Of whom the unit lists, while care is open.
const listed = {
  name: 'virtual_school_peps_to_make_listed',
  text: `select k.asked as "childId", ${shown.select('m')}
    from ctx.keys(ctx.permitted('VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3', 'READ')) k
    join virtual_school.pep_to_make m on m.child_id = k.held
    where m.made_from <= ctx.today() and m.made_until > ctx.today()
      and m.term collate "C" >= least($1, virtual_school.peps_told_from()) order by m.due_on desc`,
  parse: shown.parser<StoredPepToMake>(),
};

const all = {
  name: 'virtual_school_peps_ever_to_make',
  text: `select k.asked as "childId", ${shown.select('m')}
    from ctx.keys($1) k join virtual_school.pep_to_make m on m.child_id = k.held order by m.due_on desc`,
  parse: shown.parser<StoredPepToMake>(),
};

const rest = toMake.without('childId', 'term');

const replaceAll = `with given as (select * from jsonb_to_recordset($2) x(${toMake.recordset})),
  gone as (
    delete from virtual_school.pep_to_make m where m.child_id in (select held from ctx.keys($1)) and not exists (
      select from given g where (g."childId", g.term) = (m.child_id, m.term)) returning m.child_id),
  kept as (
    insert into virtual_school.pep_to_make as held (${toMake.names()}) select ${toMake.values('given')} from given
    on conflict (child_id, term) do update set ${rest.renewal} returning held.child_id)
  select child_id as "childId" from gone union select child_id from kept`;

/** The plans that are to be made, of children who are or were looked after. */
export class PepToMakeRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** Those of terms that have begun, the latest due first; `term` is today's. */
  ofChildren(permit: Permit, children: readonly string[], term: string): Promise<SeenChildren<StoredPepToMake>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children, term] });
  }

  /** Those of terms to come too, whatever files tell: for copies, which are read on other days. */
  allOfChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredPepToMake>> {
    return this.unit.read(permit, children, { ...all, values: [children] });
  }

  /** Of every child listed from the caller's relationships, while care is open; `term` is today's. */
  listed(permit: Permit, from: Listing, term: string): Promise<SeenChildren<StoredPepToMake>> {
    return this.unit.readListed([permit], from, { ...listed, values: [term] });
  }

  /**
   * Makes them what is given, each under the id it is given by, and of children not given none. The same again writes nothing.
   * Returns whose were changed.
   */
  static async replace(
    writing: Writing,
    children: readonly string[],
    given: ReadonlyMap<string, readonly PepToMake[]>,
  ): Promise<string[]> {
    const rows = [...given].flatMap(([childId, plans]) => plans.map((one) => ({ ...one, childId })));
    const changed = await writing.query<{ childId: string }>(replaceAll, [children, toMake.json(rows)]);
    return changed.map(({ childId }) => childId);
  }
}
