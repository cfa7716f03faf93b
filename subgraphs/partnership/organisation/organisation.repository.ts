import type { EntityManager } from 'typeorm';
import { type BulkTable, upsert } from '../../../platform/db/upsert.js';
import type { Organisation } from '../../../platform/vocabulary/organisation.js';

const organisationTable: BulkTable = {
  table: 'partnership.organisation',
  columns: { id: 'text', name: 'text', kind: 'text' },
  key: ['id'],
};

/** The bodies of the partnership, as their domains name them. */
export class OrganisationRepository {
  /** Null for one that no domain has named yet. */
  async byId(manager: EntityManager, id: string): Promise<Organisation | null> {
    const rows: Organisation[] = await manager.query(
      'select id, name, kind from partnership.organisation where id = $1',
      [id],
    );
    return rows[0] ?? null;
  }

  /** Takes in organisations that have a name. */
  async keep(manager: EntityManager, organisations: readonly Organisation[]): Promise<void> {
    await upsert(
      manager,
      organisationTable,
      organisations.filter(({ name }) => name !== null).map(({ id, name, kind }) => ({ id, name, kind })),
    );
  }
}
