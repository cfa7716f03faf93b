import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns } from '../../../platform/db/table/columns.js';
import type { OfChild, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { Sex } from '../../../platform/vocabulary/sex.js';
import { ChildRow } from '../child/child.row.js';
import type { Golden } from '../identity/golden.js';
import { MatchDecisionRow } from '../identity/match-decision.row.js';
import { keepSearchKeys } from '../search/keep-search-keys.repository.js';
import { type PastDecision, pastDecision, plainRecord, type StoredRecord } from './stored-review.js';

/** A source's record, by the child it was asked for by. */
export interface RecordOfChild extends OfChild {
  readonly record: StoredRecord;
}

/** How often it was decided which records are a child's. */
export interface RecordsVersion extends OfChild {
  readonly version: number;
}

/** One decision to be written down. */
export interface NewDecision {
  readonly childId: string;
  readonly otherId: string;
  readonly kind: PastDecision['kind'];
  readonly rule: string;
  readonly ruleVersion: string;
  readonly probability: number | null;
  readonly evidence: readonly string[];
  readonly reviewId: string | null;
  readonly actor: string;
  readonly actorName: string;
  readonly reason: string | null;
  /** ISO instant; of a separation. */
  readonly since: string | null;
}

/** What is to be shown of a child on the rows of all its ids, and which time it was decided. */
export interface ShownChild extends Golden {
  readonly ids: readonly string[];
  readonly version: number;
}

const asPast = pastDecision.parser();
const decision = Columns.of(MatchDecisionRow).without('seq', 'at');
const shownOf = Columns.of(ChildRow);

const within = Columns.within<{ record: StoredRecord }>({ record: plainRecord });

/** A source's record `s` as one value, with its postcode as given. */
const recordWith = (postcode: string): string =>
  plainRecord.object('s', {
    postcode,
    formerFamilies: `(select coalesce(jsonb_agg(distinct f.family), '[]') from partnership.former_version f
      where f.child_id = s.child_id and f.source = s.source and f.source_key = s.source_key and f.family <> s.family)`,
    claim: `case when s.claim is not null then
      jsonb_build_object('number', s.number, 'state', s.claim, 'withheld', s.withheld) end`,
  });

/** A record as it is compared. */
const storedRecord = recordWith('s.postcode');

/** A record as it is shown: where a child lives whose address is protected is not told. */
export const shownRecord = recordWith(
  `case when not access.address_is_protected('T3', s.child_id) then s.postcode end`,
);

const ofChildren = {
  name: 'partnership_source_records',
  text: `select k.asked as "childId", ${shownRecord} as record
    from ctx.keys($1) k join partnership.source_record s on s.child_id = k.held
    where s.deleted_on is null order by s.arrival`,
  parse: Columns.within<{ childId: string; record: StoredRecord }>({ record: plainRecord }),
};

const versions = {
  name: 'partnership_records_versions',
  text: `select k.asked as "childId", max(c.version) as version
    from ctx.keys($1) k join partnership.child c on c.child_id = k.held group by k.asked`,
};

/** The sources' own records of children, which of them are one child, and who said so. */
export class SourceRecordRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<RecordOfChild>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }

  versions(permit: Permit, children: readonly string[]): Promise<SeenChildren<RecordsVersion>> {
    return this.unit.read(permit, children, { ...versions, values: [children] });
  }

  /**
   * Every id of each child, by the id it was asked for. Null where one of them was not opened for this unit: its child
   * was linked with another while the unit waited for its turn.
   */
  async idsOf(writing: Writing, children: readonly string[]): Promise<ReadonlyMap<string, string[]> | null> {
    const rows: { asked: string; held: string[]; opened: boolean }[] = await writing.query(
      `select k.asked, array_agg(k.held) held,
         array_agg(k.held) <@ ctx.permitted('PARTNERSHIP', 'PARTNERSHIP', 'T3', 'WRITE') opened
       from ctx.keys($1::uuid[]) k group by k.asked`,
      [[...new Set(children)]],
    );
    return rows.every(({ opened }) => opened) ? new Map(rows.map(({ asked, held }) => [asked, held])) : null;
  }

  /** Every record under these ids, what is left of deleted ones among them; the eldest first. */
  async under(writing: Writing, ids: readonly string[]): Promise<StoredRecord[]> {
    const rows = await writing.query(
      `select ${storedRecord} as record from partnership.source_record s where s.child_id = any ($1) order by s.arrival`,
      [ids],
    );
    return rows.map(within).map(({ record }) => record);
  }

  /** How often it was decided who these children are, at most. */
  async version(writing: Writing, ids: readonly string[]): Promise<number> {
    const rows: { version: number | null }[] = await writing.query(
      'select max(version) as version from partnership.child where child_id = any ($1)',
      [ids],
    );
    return rows[0]?.version ?? 0;
  }

  async decisions(writing: Writing, ids: readonly string[]): Promise<PastDecision[]> {
    const rows = await writing.query(
      `select ${pastDecision.select('d')} from partnership.match_decision d where d.child_id = any ($1) order by d.seq`,
      [ids],
    );
    return rows.map(asPast);
  }

  /** All of one act carry one instant. */
  async decide(writing: Writing, decisions: readonly NewDecision[]): Promise<void> {
    await writing.query(
      `insert into partnership.match_decision (at, ${decision.names()})
       select now(), ${decision.values('x')} from jsonb_to_recordset($1) x(${decision.recordset})`,
      [decision.json(decisions)],
    );
  }

  /** Links ids to the one their child is shown by; an id with itself stands alone. */
  async link(writing: Writing, rows: readonly { readonly held: string; readonly shown: string }[]): Promise<void> {
    await writing.query(`select access.link('T3', $1)`, [
      JSON.stringify(rows.map(({ held, shown }) => ({ held, shown: shown === held ? null : shown }))),
    ]);
  }

  async show(writing: Writing, children: readonly ShownChild[]): Promise<void> {
    const rows = children.flatMap(({ ids, ...one }) => ids.map((childId) => ({ ...one, childId, sex: Sex[one.sex] })));
    await writing.query(
      `update partnership.child c set ${shownOf.without('childId').changes('x')}
       from jsonb_to_recordset($1) x(${shownOf.recordset}) where c.child_id = x."childId"`,
      [shownOf.json(rows)],
    );
    await keepSearchKeys(
      writing,
      children.flatMap(({ ids, ...shown }) => ids.map((childId) => ({ ...shown, childId }))),
    );
  }

  /** Those of these ids of which a person said that they are of two children. */
  async apart(writing: Writing, ids: readonly string[]): Promise<(readonly [string, string])[]> {
    const rows: { one: string; other: string }[] = await writing.query(
      'select child_id as one, other_id as other from partnership.kept_apart where child_id = any ($1) and other_id = any ($1)',
      [ids],
    );
    return rows.map(({ one, other }) => [one, other] as const);
  }

  /** A person said that these are two children. */
  async keepApart(writing: Writing, pairs: readonly (readonly [string, string])[]): Promise<void> {
    await writing.query(
      `insert into partnership.kept_apart (child_id, other_id)
       select distinct least(one, other), greatest(one, other) from unnest($1::uuid[], $2::uuid[]) p(one, other)
       on conflict do nothing`,
      [pairs.map(([one]) => one), pairs.map(([, other]) => other)],
    );
  }
}
