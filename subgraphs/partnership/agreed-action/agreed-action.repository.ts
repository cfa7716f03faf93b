import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { type ActionChange, AgreedActionChangeRow } from './agreed-action-change.row.js';
import { AgreedActionRow } from './agreed-action.row.js';

const action = Columns.of(AgreedActionRow);
const told = action.without('childId');
const added = action.without('id', 'doneOn', 'version');
const made = Columns.of(AgreedActionChangeRow).without('recordedAt');

/** An action as stored, by the child it was asked for by. */
export type StoredAction = RowOf<typeof action>;

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

const ofChildren = {
  name: 'partnership_actions_of_children',
  text: `select k.asked as "childId", ${told.select('a')}
    from ctx.keys($1) k join partnership.agreed_action a on a.child_id = k.held order by ${soonestFirst}`,
  parse: told.parser<StoredAction>(),
};

const byId = {
  text: `select ${action.select('a')} from partnership.agreed_action a where a.id = $1`,
  parse: action.parser(),
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
  }
}
