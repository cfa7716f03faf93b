import type { Permit } from '../../../platform/access/permit.js';
import type { SeenByKey } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { AgendaItemRow } from './agenda-item.row.js';

const shown = Columns.of(AgendaItemRow).without('closedAt');

/** An item as a read brings it back. Dates are ISO. */
export interface StoredItem extends RowOf<typeof shown> {
  readonly closed: boolean;
}

/** What a new item is made of. */
export type NewItem = Omit<StoredItem, 'id' | 'closed' | 'version'>;

const added = shown.without('id', 'version');

const columns = `${shown.select('a')}, a.closed_at is not null as closed`;

const ofSchools = {
  name: 'partnership_agenda_of_schools',
  text: `select ${columns} from partnership.agenda_item a where a.school_urn = any ($1) and a.closed_at is null
    order by a.meeting_on desc, a.id`,
  parse: shown.parser<StoredItem>(),
};

/** Agendas in PostgreSQL, each with the relationship that an item gives the team while it stands. */
export class AgendaRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofSchools(permit: Permit, urns: readonly string[]): Promise<SeenByKey<StoredItem>> {
    const keys = { kind: 'agenda-of-school', keys: urns };
    return this.unit.readByKeys(permit, keys, { ...ofSchools, values: [urns] }, ({ childId }) => childId);
  }

  /** Whether the caller belongs to the school's team. */
  async belongs(writing: Writing, urn: string): Promise<boolean> {
    const rows: { belongs: boolean }[] = await writing.query('select partnership.belongs($1) belongs', [urn]);
    return rows[0]?.belongs ?? false;
  }

  /** Whether the child is on the school's roll, and under no restriction. Only for a child the unit may change. */
  async standing(writing: Writing, childId: string, urn: string): Promise<{ onRoll: boolean; restricted: boolean }> {
    const rows: { onRoll: boolean; restricted: boolean }[] = await writing.query(
      `select access.holds('PARTNERSHIP', 'T2', $1, $2, 'SCHOOL_ROLL') "onRoll", access.restricted('PARTNERSHIP', 'T2', $1) restricted`,
      [childId, `org:${urn}`],
    );
    return rows[0] ?? { onRoll: false, restricted: true };
  }

  /** The latest item by which the child stands on the school's agenda on a day; null where the child does not. */
  async standingItem(writing: Writing, urn: string, childId: string, day: string): Promise<string | null> {
    const rows: { id: string }[] = await writing.query(
      `select a.id from ctx.keys($1) k join partnership.agenda_item a on a.child_id = k.held
       where a.school_urn = $2 and a.closed_at is null and a.meeting_on <= $3 and a.until > $3 order by a.meeting_on desc, a.id`,
      [[childId], urn, day],
    );
    return rows[0]?.id ?? null;
  }

  async add(writing: Writing, item: NewItem): Promise<string> {
    const rows = await writing.query<{ id: string }>(`${added.insertion} returning held.id`, [added.json([item])]);
    const id = rows[0]?.id ?? '';
    await this.open(writing, { ...item, id }, item.until);
    return id;
  }

  /** The item, held until the write ends; null where there is none to be seen. */
  async forUpdate(writing: Writing, id: string): Promise<StoredItem | null> {
    const rows: StoredItem[] = await writing.query(
      `select ${columns} from partnership.agenda_item a where a.id = $1 for update`,
      [id],
    );
    return rows[0] ?? null;
  }

  async byId(writing: Writing, id: string): Promise<StoredItem | null> {
    const rows: StoredItem[] = await writing.query(`select ${columns} from partnership.agenda_item a where a.id = $1`, [
      id,
    ]);
    return rows[0] ?? null;
  }

  /** Closes the item: what the team saw through it, it no longer sees from this moment. */
  async close(writing: Writing, item: StoredItem): Promise<void> {
    await writing.query('update partnership.agenda_item set closed_at = now(), version = version + 1 where id = $1', [
      item.id,
    ]);
    await this.open(writing, item, item.meetingOn);
  }

  private async open(
    writing: Writing,
    item: Pick<StoredItem, 'id' | 'childId' | 'schoolUrn' | 'meetingOn'>,
    until: string,
  ): Promise<void> {
    const { id, childId, schoolUrn, meetingOn } = item;
    const grantee = `team:tas:${schoolUrn}`;
    await writing.relate('T2', [
      { childId, grantee, basis: 'TEAM_AROUND_SCHOOL', reference: id, from: meetingOn, until },
    ]);
    await writing.emit('agenda-changed', [childId]);
  }
}
