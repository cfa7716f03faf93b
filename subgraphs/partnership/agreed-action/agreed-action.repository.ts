import type { Permit } from '../../../platform/access/permit.js';
import type { SeenByKey, SeenChildren } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { type ActionChange, AgreedActionChangeRow } from './agreed-action-change.row.js';
import { AgreedActionRow } from './agreed-action.row.js';
import { OrganisationRow } from '../organisation/organisation.row.js';
import { type Agenda, placeOf } from '../team-around-school/agenda.repository.js';

const action = Columns.of(AgreedActionRow);
const told = action.without('childId');
const added = action.without('id', 'doneOn', 'version');
const made = Columns.of(AgreedActionChangeRow).without('recordedAt');
const change = Columns.of(AgreedActionChangeRow).without('actionId', 'childId', 'schoolUrn', 'actor');
const body = Columns.of(OrganisationRow);

/** An action as stored, by the child it was asked for by, with who changed it, and whom its owner works for. */
export interface StoredAction extends RowOf<typeof action> {
  readonly organisation: RowOf<typeof body> | null;
  readonly history: readonly RowOf<typeof change>[];
}

/** What a school's team has agreed by a day, by the place it was asked for by. */
export interface PlacedAction extends StoredAction {
  readonly place: string;
}

/** What a new action is made of. */
export type NewAction = RowOf<typeof added>;

/** Who makes a change. */
export interface Actor {
  readonly sub: string;
  readonly name: string;
  readonly role: string;
}

/** What is to be done first; what has no day, last. */
const soonestFirst = 'a.due_on nulls last, a.recorded_on, a.id';

/** What an action of a table `a` has besides its own columns, as every read of one brings it back. */
const besides = `(select ${body.object('o')} from partnership.organisation o where o.id = a.owner_organisation) as organisation,
  (select ${change.list('c', 'c.version')} from partnership.agreed_action_change c where c.action_id = a.id) as history`;

const within = { organisation: body, history: change };

/** An action of a table `a` as a read of another concept brings it back. */
export const oneAction = { columns: `${told.select('a')}, ${besides}`, parse: told.parser<StoredAction>(within) };

const ofChildren = {
  name: 'partnership_actions_of_children',
  text: `select k.asked as "childId", ${told.select('a')}, ${besides}
    from ctx.keys($1) k join partnership.agreed_action a on a.child_id = k.held order by ${soonestFirst}`,
  parse: told.parser<StoredAction>(within),
};

// Of everyone the unit was opened for, by the id each is shown by: see the agendas of schools.
const ofSchools = {
  name: 'partnership_actions_of_schools',
  text: `select q.place, k.asked as "childId", ${told.select('a')}, ${besides}
    from unnest($1::text[], $2::text[], $3::date[]) q(place, urn, day)
    join partnership.agreed_action a on a.school_urn = q.urn and a.recorded_on <= q.day
    join ctx.keys(ctx.opened()) k on k.held = a.child_id
    where a.done_on is null or a.done_on > q.day - 366
    order by ${soonestFirst}`,
  parse: told.parser<PlacedAction>(within),
};

const byId = {
  text: `select ${action.select('a')}, ${besides} from partnership.agreed_action a where a.id = $1`,
  parse: action.parser<StoredAction>(within),
};

/** Agreed actions in PostgreSQL, and who changed them. */
export class AgreedActionRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /**
   * By one statement: `plans` opens what was agreed for children on plans and in care, and decides about the child;
   * `teams` opens beside it what their schools' teams agreed.
   */
  async ofChildren(
    permits: { readonly plans: Permit; readonly teams: Permit },
    children: readonly string[],
  ): Promise<SeenChildren<StoredAction>> {
    const [seen] = await Promise.all([
      this.unit.read(permits.plans, children, { ...ofChildren, values: [children] }),
      this.unit.read(permits.teams, children, null),
    ]);
    return seen;
  }

  /** What a school's team has agreed alone: for those to whom nothing of plans is open. */
  ofTeams(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredAction>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }

  /** What the teams of schools have agreed by a day, but what was done more than a year before. */
  ofSchools(permit: Permit, agendas: readonly Agenda[]): Promise<SeenByKey<PlacedAction>> {
    const places = agendas.map(placeOf);
    const values = [places, agendas.map(({ urn }) => urn), agendas.map(({ day }) => day)];
    const keys = { kind: 'actions-of-school', keys: places };
    return this.unit.readByKeys(permit, keys, { ...ofSchools, values }, ({ childId }) => childId);
  }

  /** Whether the hub knows a body of the partnership by this id. */
  async knows(writing: Writing, organisation: string): Promise<boolean> {
    const rows = await writing.query('select from partnership.organisation o where o.id = $1', [organisation]);
    return rows.length > 0;
  }

  async add(writing: Writing, given: NewAction, by: Actor): Promise<string> {
    const rows = await writing.query<{ id: string }>(`${added.insertion} returning held.id`, [added.json([given])]);
    const id = rows[0]?.id ?? '';
    await this.note(writing, { ...given, id, version: 1 }, 'RECORDED', by);
    return id;
  }

  /** The action, held until the write ends; null where there is none to be changed. */
  forUpdate(writing: Writing, id: string): Promise<AgreedActionRow | null> {
    return writing.findForUpdate(AgreedActionRow, { id });
  }

  async byId(writing: Writing, id: string): Promise<StoredAction | null> {
    const rows = await writing.query(byId.text, [id]);
    return rows.map(byId.parse)[0] ?? null;
  }

  async complete(writing: Writing, held: AgreedActionRow, doneOn: string, by: Actor): Promise<void> {
    const { id, childId, schoolUrn } = held;
    const version = held.version + 1;
    await writing.update(AgreedActionRow, { id }, { doneOn, version });
    await this.note(writing, { id, childId, schoolUrn, version }, 'COMPLETED', by);
  }

  private async note(
    writing: Writing,
    { id, childId, schoolUrn, version }: Pick<StoredAction, 'id' | 'childId' | 'schoolUrn' | 'version'>,
    change: ActionChange,
    { sub, name, role }: Actor,
  ): Promise<void> {
    const entry = { actionId: id, version, childId, schoolUrn, change, actor: sub, actorName: name, actorRole: role };
    await writing.query(made.insertion, [made.json([entry])]);
    await writing.emit('action-changed', [childId]);
  }
}
