import { Permit } from '../access/permit.js';
import type { Caller } from '../auth/door.js';
import { schemaOf } from '../db/names.js';
import type { UnitOfWork } from '../db/unit-of-work.js';
import type { Domain } from '../vocabulary/domain.js';
import { mostLines, qualityFeedOperation } from './source-quality.js';
import type { SourceQualityFact } from './source-quality-fact.type.js';

const utc = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const text = (schema: string): string => `select s.source, ${utc('r.last_received')} as "lastReceived",
    r.expected_every::text as "expectedEvery", ${utc('d.delivered_at')} as "deliveredAt", d.received, d.rejected,
    (select coalesce(jsonb_agg(to_jsonb(m) order by m.count desc, m.rule, m.whole), '[]') from (
        select x.rule, mode() within group (order by x.reason) as message, x.whole, count(*)::int as count
        from "${schema}".reject x where x.source = s.source and x.file = any (d.files) group by x.rule, x.whole) m) as rules,
    (select coalesce(jsonb_agg(to_jsonb(l) order by l.file, l.line, l.rule, l.reason), '[]') from (
        select x.file, x.line, x.rule, x.reason, x.whole
        from "${schema}".reject x where x.source = s.source and x.file = any (d.files)
        order by x.file, x.line, x.rule, x.reason limit ${String(mostLines)}) l) as lines
  from (select source from "${schema}".source_receipt union select source from "${schema}".source_delivery) s
  left join "${schema}".source_receipt r using (source)
  left join "${schema}".source_delivery d using (source)
  order by s.source`;

/** What came of each of a domain's sources, for the hub's own feed: about files, and no child. */
export function toldQuality(unit: UnitOfWork, caller: Caller, holder: Domain): Promise<readonly SourceQualityFact[]> {
  const permit = Permit.forSystem(caller, { holder, tier: 'EXISTENCE', operation: qualityFeedOperation });
  const schema = schemaOf(holder);
  return unit.readOfNobody(permit, { name: `${schema}_told_source_quality`, text: text(schema), values: [] });
}
