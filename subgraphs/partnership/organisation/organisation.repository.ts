import type { BulkTable } from '../../../platform/db/upsert.js';
import type { LookUp } from '../../../platform/db/look-up.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { Organisation } from '../../../platform/vocabulary/organisation.js';

const organisationTable: BulkTable = {
  table: 'partnership.organisation',
  columns: { id: 'text', name: 'text', kind: 'text' },
  key: ['id'],
};

const byId = {
  name: 'partnership_organisation',
  text: 'select id, name, kind from partnership.organisation where id = $1',
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
      organisationTable,
      organisations.filter(({ name }) => name !== null).map(({ id, name, kind }) => ({ id, name, kind })),
    );
  }
}
