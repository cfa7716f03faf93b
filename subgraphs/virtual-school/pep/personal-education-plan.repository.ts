import type { Listing, Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { PersonalEducationPlanRow } from './personal-education-plan.row.js';

const plan = Columns.of(PersonalEducationPlanRow);

/** One term's plan, as stored, with the child it was asked for by. */
export type StoredPlan = RowOf<typeof plan>;

const shown = plan.without('childId');

const ofChildren = {
  name: 'virtual_school_peps_of_children',
  text: `select k.asked as "childId", ${shown.select('p')}
    from ctx.keys($1) k join virtual_school.pep p on p.child_id = k.held order by p.due_on desc, p.term`,
  parse: shown.parser<StoredPlan>(),
};

// Whom the unit lists is known once it is opened: they, and no others, are this transaction's to read.
const listed = {
  name: 'virtual_school_peps_listed',
  text: `select k.asked as "childId", ${shown.select('p')}
    from ctx.keys(ctx.permitted('VIRTUAL_SCHOOL', 'VIRTUAL_SCHOOL', 'T2', 'READ')) k
    join virtual_school.pep p on p.child_id = k.held order by p.due_on desc, p.term`,
  parse: shown.parser<StoredPlan>(),
};

const toldFrom = 'select virtual_school.peps_told_from() as term';

interface ToldFrom {
  readonly term: string | null;
}

/** Personal Education Plans in PostgreSQL. Every read takes the permit it is made under. */
export class PersonalEducationPlanRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredPlan>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }

  /** Of every child listed from the caller's relationships. */
  listed(permit: Permit, from: Listing): Promise<SeenChildren<StoredPlan>> {
    return this.unit.readListed([permit], from, { ...listed, values: [] });
  }

  /** The term of the first plan that any file tells of; null where none does. */
  async toldFrom(permit: Permit): Promise<string | null> {
    const read = { name: 'virtual_school_peps_told_from', text: toldFrom, values: [] };
    const [first] = await this.unit.readOfNobody<ToldFrom>(permit, read);
    return first?.term ?? null;
  }

  /**
   * A child has one plan a term: the latest file's. Returns how many were added or changed. Where they are the first of an
   * earlier term, that is said of everybody for whom any is to be made.
   */
  static async write(writing: Writing, plans: readonly StoredPlan[]): Promise<number> {
    const [before] = await writing.query<ToldFrom>(toldFrom);
    const written = await writing.upsert(plan, plans);
    const [after] = await writing.query<ToldFrom>(toldFrom);
    if (before?.term !== after?.term) await writing.query('select virtual_school.say_duties()');
    return written;
  }
}
