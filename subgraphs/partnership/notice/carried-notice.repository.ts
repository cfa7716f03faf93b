import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { Domain } from '../../../platform/vocabulary/domain.js';
import type { NoticeFacts } from '../../../platform/vocabulary/notice-fact.js';
import { type CarriedNotice, carriedNotices, type HeldNotice } from './carried-notices.js';
import { NoticeRow } from './notice.row.js';

const held = Columns.of(NoticeRow).only('id', 'childId', 'factKey', 'toldAs', 'raisedAt');
const asHeld = held.parser<HeldNotice>();
const moved = `jsonb_to_recordset($1) g("into" uuid, ${held.only('id', 'childId', 'factKey', 'raisedAt').recordset})`;

const homing = `update partnership.notice n set child_id = g."childId", fact_key = g."factKey", raised_at = g."raisedAt"
  from ${moved} where n.id = g.id and g.id = g."into"
    and (n.child_id, n.fact_key, n.raised_at) <> (g."childId", g."factKey", g."raisedAt")`;
// What two organisations' staff said stays apart; what one organisation's said of several is in the order of saying. They
// are numbered beyond all that stand first: a number is there once.
const beyond = 1_000_000_000;
const joining = `update partnership.notice_mark m set notice_id = g."into", child_id = g."childId", version = ${String(beyond)} + r.place
  from ${moved}, (
    select o.notice_id, o.organisation, o.version, row_number() over (partition by h."into", o.organisation order by o.read_at, o.version, o.notice_id) place
    from partnership.notice_mark o join (select * from ${moved}) h on h.id = o.notice_id) r
  where m.notice_id = g.id and (r.notice_id, r.organisation, r.version) = (m.notice_id, m.organisation, m.version)`;
const numbering = `update partnership.notice_mark m set version = m.version - ${String(beyond - 1)}
  from ${moved} where m.notice_id = g."into" and g.id = g."into" and m.version > ${String(beyond)}`;
const leaving = `delete from partnership.notice n using ${moved} where n.id = g.id and g.id <> g."into"`;

/** Brings together the notices of one fact that were raised under several records of a child, with what was said of them. */
export class CarriedNoticeRepository {
  async carry(
    writing: Writing,
    domain: Domain,
    children: readonly string[],
    told: readonly NoticeFacts[],
  ): Promise<void> {
    const rows = await writing.query(
      `select k.asked, ${held.select('n')} from ctx.keys($2) k join partnership.notice n on n.child_id = k.held
       where n.domain = $1`,
      [domain, children],
    );
    const facts = told.flatMap(({ childId, facts: of }) =>
      of.map(({ key, otherKeys, recordId }) => ({ asked: childId, key, otherKeys: otherKeys ?? [], recordId })),
    );
    const carried: readonly CarriedNotice[] = carriedNotices(rows.map(asHeld), facts);
    if (carried.length === 0) return;
    for (const step of [homing, joining, numbering, leaving]) await writing.query(step, [JSON.stringify(carried)]);
  }
}
