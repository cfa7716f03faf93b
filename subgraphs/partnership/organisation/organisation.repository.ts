import type { LookUp } from '../../../platform/db/look-up.js';
import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { Organisation } from '../../../platform/vocabulary/organisation.js';
import { OrganisationRow } from './organisation.row.js';

const organisation = Columns.of(OrganisationRow);

const byId = {
  name: 'partnership_organisation',
  text: `select ${organisation.select('o')} from partnership.organisation o where o.id = $1`,
};

/** The bodies of the partnership, as their domains name them. */
export class OrganisationRepository {
  constructor(private readonly lookUp: LookUp) {}

  /** Null for one that no domain has named yet. */
  async byId(id: string): Promise<Organisation | null> {
    const [found] = await this.lookUp<Organisation>({ ...byId, values: [id] });
    return found ?? null;
  }

  /** Takes in organisations that have a name. */
  static async keep(writing: Writing, organisations: readonly Organisation[]): Promise<void> {
    await writing.upsert(
      organisation,
      organisations.flatMap(({ id, name, kind }) => (name === null ? [] : [{ id, name, kind }])),
    );
  }
}
