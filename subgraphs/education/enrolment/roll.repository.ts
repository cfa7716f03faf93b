import type { Writing } from '../../../platform/db/write-unit.js';
import { Defect } from '../../../platform/errors/hub-error.js';
import type { HeldEnrolment, Moment } from './held-enrolment.js';

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
    recorded_at: 'timestamptz',
  },
  key: ['id'],
};

/** A child as rolls know one: the records that are linked, and all their enrolments, oldest first. */
export interface RollChild {
  readonly ids: readonly string[];
  readonly enrolments: readonly HeldEnrolment[];
}

/** Enrolments as bulk writes need them, inside an open unit of writing. */
export class RollRepository {
  constructor(private readonly writing: Writing) {}

  /** Lets one batch at a time read what is held and write what follows from it, until its transaction ends. */
  async begin(): Promise<Moment> {
    const [moment] = await this.writing.query<Moment>(
      `select ctx.today() as today, now()::text as now,
        pg_advisory_xact_lock(hashtextextended('education.roll', 0))`,
    );
    if (!moment) throw new Defect('The database did not say what day it is.');
    return moment;
  }

  /** The children that these ids are of, each once. */
  ofChildren(ids: readonly string[]): Promise<RollChild[]> {
    return this.writing.query(
      `with linked as (select distinct k.held, min(k.held::text) over (partition by k.asked) as child from ctx.keys($1) k)
      select array_agg(distinct k.held::text) as ids,
        coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'childId', e.child_id, 'urn', e.urn, 'yearGroup', e.year_group,
          'entryOn', e.entry_on, 'leftOn', e.left_on, 'supersededOn', e.superseded_on, 'status', e.status,
          'needs', e.needs, 'freeSchoolMeals', e.free_school_meals, 'leftCareBy', e.left_care_by,
          'provisions', e.sen_provisions, 'recordedAt', e.recorded_at) order by e.entry_on, e.urn, e.id)
          filter (where e.id is not null), '[]') as enrolments
      from linked k left join education.enrolment e on e.child_id = k.held group by k.child`,
      [ids],
    );
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
      recorded_at: one.recordedAt,
    }));
    await this.writing.upsert(table, rows);
  }
}
