import type { Permit } from '../../../platform/access/permit.js';
import type { Seen, SeenChildren } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Domain } from '../../../platform/vocabulary/domain.js';
import { AttentionFactRow } from './attention-fact.row.js';
import type { Days } from './asked-week.js';

const shown = Columns.of(AttentionFactRow).without('childId', 'factKey', 'tier', 'facet');

/** A fact that needs attention, as a read brings it back. */
export interface StoredReason extends RowOf<typeof shown> {
  readonly childId: string;
}

const ofChildren = {
  name: 'partnership_attention_of_children',
  text: `select k.asked as "childId", ${shown.select('f')}
    from ctx.keys($1) k join partnership.attention_fact f on f.child_id = k.held`,
  parse: shown.parser<StoredReason>(),
};

// Of everyone the unit was opened for: of a child whom another request of it brought, nothing is handed out.
const ofSchool = {
  name: 'partnership_attention_of_school',
  text: `select k.asked as "childId", ${shown.select('f')}
    from ctx.keys(ctx.opened()) k join partnership.attention_fact f on f.child_id = k.held
    where f.stands_from <= $2 and (f.stands_until is null or f.stands_until > $1)`,
  parse: shown.parser<StoredReason>(),
};

type SeenReasons<Row extends StoredReason = StoredReason> = ReadonlyMap<Domain, SeenChildren<Row>>;

/** What needs attention, each fact under its own domain's sensitivity. */
export class AttentionRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permits: readonly Permit[], children: readonly string[]): Promise<SeenReasons> {
    return this.unit.readCopies(permits, { children }, { ...ofChildren, values: [children] }).then(shownByBoth);
  }

  /** Of everyone on a school's roll of whom something needs attention on any of the days. */
  ofSchool(permits: readonly Permit[], urn: string, { first, last }: Days): Promise<SeenReasons> {
    const keys = { kind: 'attention-of-school', keys: [[urn, first, last].join('|')] };
    return this.unit.readCopies(permits, keys, { ...ofSchool, values: [first, last] }).then(shownByBoth);
  }
}

/** A fact over which two domains’ rules are is told where both show the child’s facts whole. */
export function shownByBoth<Row extends StoredReason>(seen: SeenReasons<Row>): SeenReasons<Row> {
  const isWhole = (domain: Domain, childId: string): boolean => seen.get(domain)?.get(childId)?.outcome === 'FULL';
  const told = (one: Seen<Row>, childId: string): Seen<Row> =>
    one.outcome === 'FULL'
      ? { ...one, rows: one.rows.filter(({ besides }) => besides === null || isWhole(besides, childId)) }
      : one;
  return new Map(
    [...seen].map(([domain, children]) => [
      domain,
      new Map([...children].map(([childId, one]) => [childId, told(one, childId)])),
    ]),
  );
}
