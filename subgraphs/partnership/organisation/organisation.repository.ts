import type { BulkTable } from '../../../platform/db/upsert.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { Organisation } from '../../../platform/vocabulary/organisation.js';

const organisationTable: BulkTable = {
  table: 'partnership.organisation',
  columns: { id: 'text', name: 'text', kind: 'text' },
  key: ['id'],
};

/** The bodies of the partnership, as their domains name them. */
export class OrganisationRepository {
  /** Null for one that no domain has named yet. */
  async byId(writing: Writing, id: string): Promise<Organisation | null> {
    const rows: Organisation[] = await writing.query(
      'select id, name, kind from partnership.organisation where id = $1',
      [id],
    );
    return rows[0] ?? null;
  }

  /** Takes in organisations that have a name. */
  async keep(writing: Writing, organisations: readonly Organisation[]): Promise<void> {
    await writing.upsert(
      organisationTable,
      organisations.filter(({ name }) => name !== null).map(({ id, name, kind }) => ({ id, name, kind })),
    );
  }
}
