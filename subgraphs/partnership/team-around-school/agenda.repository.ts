import type { Permit } from '../../../platform/access/permit.js';
import type { SeenByKey } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { AgendaItemRow } from './agenda-item.row.js';
import { type AgendaChange, AgendaItemChangeRow } from './agenda-item-change.row.js';
import { besides, change, item, type StoredItem } from './stored-item.js';

const told = item.without('childId');
const added = item.without('id', 'version', 'outcome');
const made = Columns.of(AgendaItemChangeRow).without('recordedAt');

/** A school's agenda on a day. */
export interface Agenda {
  readonly urn: string;
  readonly day: string;
}

/** An item on the agenda that was asked for. */
export interface ListedItem extends StoredItem {
  readonly place: string;
  readonly carried: boolean;
}

/** What a new item is made of. */
export type NewItem = RowOf<typeof added>;

/** What is done with an item, by whom, and what they say of it. */
export interface Done {
  readonly change: AgendaChange;
  readonly words: string | null;
  readonly by: { readonly sub: string; readonly name: string; readonly role: string };
}

/** How a school's agenda on a day is named where the database finds whose items are on it. */
export const placeOf = ({ urn, day }: Agenda): string => `${urn}|${day}`;

// Of everyone the unit was opened for, by the id each is shown by: a child's items stand under any of the child's ids. Of a
// child whom another request of the unit brought, nothing is handed out.
const onAgendas = {
  name: 'partnership_agendas',
  text: `select q.place, k.asked as "childId", ${told.select('a')}, ${besides}, c.carried
    from unnest($1::text[], $2::text[], $3::date[]) q(place, urn, day)
    join partnership.agenda_item a on a.school_urn = q.urn and a.meeting_on <= q.day
    join ctx.keys(ctx.opened()) k on k.held = a.child_id
    cross join lateral (select exists (select from partnership.agreed_action x
      where x.agenda_item_id = a.id and x.recorded_on <= q.day and (x.done_on is null or x.done_on >= q.day))) c(carried)
    where c.carried or a.until > q.day and (a.closed_at is null or a.outcome is not null)
    order by a.meeting_on desc, a.id`,
  parse: told.parser<ListedItem>({ history: change }),
};

const byId = {
  text: `select ${item.select('a')}, ${besides} from partnership.agenda_item a where a.id = $1`,
  parse: item.parser<StoredItem>({ history: change }),
};

const standing = `select access.held_under('PARTNERSHIP', 'T2', $1, $2, 'SCHOOL_ROLL') "heldUnder",
  access.restricted('PARTNERSHIP', 'T2', $1) restricted,
  access.opened_until('PARTNERSHIP', 'T2', $1, 'TEAM_AROUND_SCHOOL', $3)::text "openedUntil"`;

/** Whose school's pupil a child is. */
export interface Standing {
  /** The child's record that is on the school's roll; null where none is. */
  readonly heldUnder: string | null;
  readonly restricted: boolean;
  /** The first day on which an item that is held opens the child no longer; null where it opens nothing. */
  readonly openedUntil: string | null;
}

/** Agendas in PostgreSQL, each item with the relationship that it gives the team while it stands. */
export class AgendaRepository {
  constructor(private readonly unit: UnitOfWork) {}

  onAgendas(permit: Permit, agendas: readonly Agenda[]): Promise<SeenByKey<ListedItem>> {
    const places = agendas.map(placeOf);
    const values = [places, agendas.map(({ urn }) => urn), agendas.map(({ day }) => day)];
    const keys = { kind: 'agenda-of-school', keys: places };
    return this.unit.readByKeys(permit, keys, { ...onAgendas, values }, ({ childId }) => childId);
  }

  /** Whether the caller belongs to the school's team. */
  async belongs(writing: Writing, urn: string): Promise<boolean> {
    const rows: { belongs: boolean }[] = await writing.query('select partnership.belongs($1) belongs', [urn]);
    return rows[0]?.belongs ?? false;
  }

  /** Whether the child is on the school's roll, and under a restriction. Only for a child the unit may change. */
  async standing(writing: Writing, childId: string, urn: string, itemId: string | null = null): Promise<Standing> {
    const rows: Standing[] = await writing.query(standing, [childId, `org:${urn}`, itemId]);
    return rows[0] ?? { heldUnder: null, restricted: true, openedUntil: null };
  }

  /** The latest item by which the child stands, or was discussed, on the school's agenda on a day; null where by none. */
  async standingItem(writing: Writing, urn: string, childId: string, day: string): Promise<string | null> {
    const rows: { id: string }[] = await writing.query(
      `select a.id from ctx.keys($1) k join partnership.agenda_item a on a.child_id = k.held
       where a.school_urn = $2 and a.meeting_on <= $3 and a.until > $3
         and (a.closed_at is null or a.outcome is not null and (a.closed_at at time zone 'Europe/London')::date = $3)
       order by a.closed_at is not null, a.meeting_on desc, a.id`,
      [[childId], urn, day],
    );
    return rows[0]?.id ?? null;
  }

  /** The item, held until the write ends; null where there is none to be seen. */
  forUpdate(writing: Writing, id: string): Promise<AgendaItemRow | null> {
    return writing.findForUpdate(AgendaItemRow, { id });
  }

  async byId(writing: Writing, id: string): Promise<StoredItem | null> {
    const rows = await writing.query(byId.text, [id]);
    return rows.map(byId.parse)[0] ?? null;
  }

  /** Adds the item; it opens nothing by itself. */
  async add(writing: Writing, given: NewItem, done: Done): Promise<string> {
    const rows = await writing.query<{ id: string }>(`${added.insertion} returning held.id`, [added.json([given])]);
    const id = rows[0]?.id ?? '';
    await this.note(writing, { ...given, id, version: 1 }, done);
    return id;
  }

  /** Changes the item to its next version. */
  async change(
    writing: Writing,
    held: AgendaItemRow,
    to: Partial<Pick<AgendaItemRow, 'outcome' | 'until'>> & { readonly closes?: boolean },
    done: Done,
  ): Promise<void> {
    const { closes = false, ...changes } = to;
    const { id, childId, schoolUrn } = held;
    const version = held.version + 1;
    const closed = closes ? { closedAt: () => 'ctx.now()' } : {};
    await writing.update(AgendaItemRow, { id }, { ...changes, ...closed, version });
    await this.note(writing, { id, childId, schoolUrn, version }, done);
  }

  /** Opens the child to the team by the item over these days, or, where there are none, no longer. */
  async open(
    writing: Writing,
    { id, childId, schoolUrn }: Pick<StoredItem, 'id' | 'childId' | 'schoolUrn'>,
    days: { readonly from: string; readonly until: string },
  ): Promise<void> {
    const grantee = `team:tas:${schoolUrn}`;
    await writing.relate('T2', [{ childId, grantee, basis: 'TEAM_AROUND_SCHOOL', reference: id, ...days }]);
  }

  private async note(
    writing: Writing,
    { id, childId, schoolUrn, version }: Pick<StoredItem, 'id' | 'childId' | 'schoolUrn' | 'version'>,
    { change: what, words, by: { sub, name, role } }: Done,
  ): Promise<void> {
    const of = { itemId: id, version, childId, schoolUrn, change: what, words };
    await writing.query(made.insertion, [made.json([{ ...of, actor: sub, actorName: name, actorRole: role }])]);
    await writing.emit('agenda-changed', [childId]);
  }
}
