import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../platform/graphql/batch.js';
import { upsert } from '../../../platform/db/upsert.js';
import type { HeldEnrolment } from './held-enrolment.js';

const table = {
  table: 'education.enrolment',
  columns: {
    id: 'uuid',
    child_id: 'uuid',
    urn: 'text',
    year_group: 'text',
    entry_on: 'date',
    left_on: 'date',
    superseded_on: 'date',
    status: 'text',
    needs: 'text[]',
    free_school_meals: 'boolean',
    left_care_by: 'text',
    sen_provisions: 'jsonb',
  },
  key: ['id'],
};

/** Enrolments as bulk writes need them, inside an open unit of writing. */
export class RollRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Lets one batch at a time read what is held and write what follows from it, until its transaction ends. Returns
   * today in England.
   */
  async begin(): Promise<string> {
    const [row]: { today: string }[] = await this.manager.query(
      `select (now() at time zone 'Europe/London')::date as today, pg_advisory_xact_lock(hashtextextended('education.roll', 0))`,
    );
    return row?.today ?? '';
  }

  /** Every enrolment of these children, by the id each was asked for by, oldest first. */
  async ofChildren(children: readonly string[]): Promise<Map<string, HeldEnrolment[]>> {
    const rows: { asked: string; held: HeldEnrolment }[] = await this.manager.query(
      `select k.asked, jsonb_build_object('id', e.id, 'childId', e.child_id, 'urn', e.urn, 'yearGroup', e.year_group,
          'entryOn', e.entry_on, 'leftOn', e.left_on, 'supersededOn', e.superseded_on, 'status', e.status,
          'needs', e.needs, 'freeSchoolMeals', e.free_school_meals, 'leftCareBy', e.left_care_by,
          'provisions', e.sen_provisions) as held
        from ctx.keys($1) k join education.enrolment e on e.child_id = k.held order by e.entry_on, e.urn, e.id`,
      [children],
    );
    const byChild = groupBy(rows, ({ asked }) => asked);
    return new Map([...byChild].map(([child, found]) => [child, found.map(({ held }) => held)]));
  }

  async save(enrolments: readonly HeldEnrolment[]): Promise<void> {
    const rows = enrolments.map((one) => ({
      id: one.id,
      child_id: one.childId,
      urn: one.urn,
      year_group: one.yearGroup,
      entry_on: one.entryOn,
      left_on: one.leftOn,
      superseded_on: one.supersededOn,
      status: one.status,
      needs: one.needs,
      free_school_meals: one.freeSchoolMeals,
      left_care_by: one.leftCareBy,
      sen_provisions: one.provisions,
    }));
    await upsert(this.manager, table, rows);
  }
}
