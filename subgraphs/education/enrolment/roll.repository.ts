import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { Defect } from '../../../platform/errors/hub-error.js';
import { enrolment, type HeldEnrolment, type Moment } from './held-enrolment.js';

const child = Columns.within<RollChild>({ enrolments: enrolment });

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
  async ofChildren(ids: readonly string[]): Promise<RollChild[]> {
    const rows = await this.writing.query(
      `with linked as (select distinct k.held, min(k.held::text) over (partition by k.asked) as child from ctx.keys($1) k)
      select array_agg(distinct k.held::text) as ids,
        coalesce(jsonb_agg(${enrolment.object('e')} order by e.entry_on, e.urn, e.id) filter (where e.id is not null), '[]')
          as enrolments
      from linked k left join education.enrolment e on e.child_id = k.held group by k.child`,
      [ids],
    );
    return rows.map(child);
  }

  async save(enrolments: readonly HeldEnrolment[]): Promise<void> {
    await this.writing.upsert(enrolment, enrolments);
  }
}
