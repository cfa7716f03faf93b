import { academicYearToDate } from '../../../platform/code-sets/academic-year.js';
import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { Domain } from '../../../platform/vocabulary/domain.js';
import type { NoticeFacts } from '../../../platform/vocabulary/notice-fact.js';
import { CarriedNoticeRepository } from './carried-notice.repository.js';
import { NoticeRow } from './notice.row.js';
import { toldOf } from './told-of.js';

const told = Columns.of(NoticeRow).without('id', 'raisedAt', 'takenBackAt');

// What happened before this school year is old when the hub first hears of it: nobody is told. Once told it stays.
const raising = `
  insert into partnership.notice as held (raised_at, ${told.names()})
  select ctx.now(), ${told.values('x')} from jsonb_to_recordset($1) x(${told.recordset})
  where x."happenedOn" >= $2 or exists (
    select from partnership.notice n where (n.child_id, n.domain, n.fact_key, n.told_as) = (x."childId", x.domain, x."factKey", x."toldAs"))
  on conflict (child_id, domain, fact_key, told_as) do update set taken_back_at = null,
    kind = excluded.kind, happened_on = excluded.happened_on, organisation = excluded.organisation, fact = excluded.fact
  where (held.taken_back_at, held.kind, held.happened_on, held.organisation, held.fact)
    is distinct from (null, excluded.kind, excluded.happened_on, excluded.organisation, excluded.fact)`;

const noLonger = `n.domain = $1 and n.child_id in (select held from ctx.keys($2))
  and (n.child_id, n.fact_key, n.told_as) not in (select x."childId", x."factKey", x."toldAs"
    from jsonb_to_recordset($3) x(${told.only('childId', 'factKey', 'toldAs').recordset}))`;

// Nobody read of it: it is as if it had never been told. So is everything of a record that its source had deleted.
const takingAway = `
  delete from partnership.notice n where ${noLonger} and (
    not exists (select from partnership.notice_mark m where m.notice_id = n.id)
    or n.child_id in (select access.forgotten_among('PARTNERSHIP', 'T2', $2)))`;

const takingBack = `
  update partnership.notice n set taken_back_at = ctx.now() where n.taken_back_at is null and ${noLonger}`;

/** Writes the notices of a domain's facts. */
export class NoticeCopyRepository {
  /**
   * Makes the notices of these children what their domain says now: a fact is kept once for each duty, however often and
   * under however many records of the child it is told, and goes when it is no longer told.
   */
  async bringUpToDate(
    writing: Writing,
    domain: Domain,
    children: readonly string[],
    facts: readonly NoticeFacts[],
  ): Promise<void> {
    const [day] = await writing.query<{ today: string }>('select ctx.today() today');
    await new CarriedNoticeRepository().carry(writing, domain, children, facts);
    const rows = told.json(facts.flatMap((one) => rowsOf(domain, one)));
    await writing.query(takingAway, [domain, children, rows]);
    await writing.query(takingBack, [domain, children, rows]);
    await writing.query(raising, [rows, academicYearToDate(day?.today ?? '').from]);
  }
}

function rowsOf(domain: Domain, { facts }: NoticeFacts) {
  return facts.flatMap(({ key: factKey, recordId: childId, kind, happenedOn, organisation, fact }) =>
    toldOf[kind].map((toldAs) => ({ domain, factKey, childId, kind, happenedOn, organisation, fact, toldAs })),
  );
}
