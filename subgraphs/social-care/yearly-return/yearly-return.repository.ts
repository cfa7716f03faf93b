import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { ChildReturn } from './compare-returns.js';
import { yearlyReturn } from './yearly-return.js';
import { YearlyReturnRow } from './yearly-return.row.js';

const said = Columns.of(YearlyReturnRow).without('source');
const rest = said.without('childId', 'year');
const asHeld = said.parser();

const keeping = `
  insert into social_care.yearly_return as held (source, ${said.names()})
  select $1, ${said.values('g')} from jsonb_to_recordset($2) g(${said.recordset})
  on conflict (child_id, source, year) do update set ${rest.renewal}`;

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
    const rows = await this.writing.query(
      `select ${said.select('y')} from social_care.yearly_return y
       where y.source = $1 and y.child_id = any ($2) order by y.child_id, y.year`,
      [this.source, children],
    );
    return rows.map(asHeld).map(({ childId, year, whole, spells, diedOn }) => ({
      childId,
      ...yearlyReturn(year, whole, spells, diedOn),
    }));
  }

  /** Puts returns in the place of what the same years' returns said of the same records. */
  async keep(returns: readonly ChildReturn[]): Promise<void> {
    if (returns.length > 0) await this.writing.query(keeping, [this.source, said.json(returns)]);
  }
}
