import type { Writing } from '../../../platform/db/write-unit.js';
import type { ChildReturn } from './compare-returns.js';
import { yearlyReturn } from './yearly-return.js';

const keeping = `
  insert into social_care.yearly_return as held (child_id, source, year, whole, spells, died_on)
  select g."childId", $1, g.year, g.whole, g.spells, g."diedOn"
  from jsonb_to_recordset($2) g("childId" uuid, year smallint, whole boolean, spells jsonb, "diedOn" date)
  on conflict (child_id, source, year) do update set whole = excluded.whole, spells = excluded.spells,
    died_on = excluded.died_on`;

/** What the returns of each year say, inside an open unit of writing. */
export class YearlyReturnRepository {
  constructor(
    private readonly writing: Writing,
    /** The source's word, for example `ssda903`. */
    private readonly source: string,
  ) {}

  /** Lets one batch at a time read what is held and write what follows from it, until its transaction ends. */
  async begin(): Promise<void> {
    await this.writing.query(`select pg_advisory_xact_lock(hashtextextended('social_care.yearly_return', 0))`);
  }

  /** Every return of the source about these records of children, oldest first. */
  async ofChildren(children: readonly string[]): Promise<ChildReturn[]> {
    const rows: ChildReturn[] = await this.writing.query(
      `select child_id "childId", year, whole, spells, died_on "diedOn" from social_care.yearly_return
       where source = $1 and child_id = any ($2) order by child_id, year`,
      [this.source, children],
    );
    return rows.map(({ childId, year, whole, spells, diedOn }) => ({
      childId,
      ...yearlyReturn(year, whole, spells, diedOn),
    }));
  }

  /** Puts returns in the place of what the same years' returns said of the same records. */
  async keep(returns: readonly ChildReturn[]): Promise<void> {
    if (returns.length > 0) await this.writing.query(keeping, [this.source, JSON.stringify(returns)]);
  }
}
