import type { Permit } from '../../../platform/access/permit.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { seenUntil } from './seen-until.js';
import { shownRecord } from './source-record.repository.js';
import { plainRecord, shownCandidate, shownReview, type StoredReview } from './stored-review.js';

const asHeld = shownReview.parser<StoredReview>({ record: plainRecord, candidates: shownCandidate });

// Where they live, together or apart, is not told of a child whose address is protected.
const evidence = `array(select e from unnest(c.evidence) with ordinality w(e, n)
        where e not like 'Home:%' or not access.address_is_protected('T3', r.child_id) order by n)`;

const review = `select ${shownReview.select('r')}, ${shownRecord} as record,
    (select ${shownCandidate.without('evidence').list('c', 'c.score desc, c.child_id', { evidence })}
      from partnership.match_candidate c where c.review_id = r.id) as candidates
  from partnership.match_review r
  join partnership.source_record s on s.source = r.source and s.source_key = r.source_key and s.deleted_on is null`;

// What may be seen is what was opened: the children of the page's reviews.
const openReviews = {
  name: 'partnership_open_match_reviews',
  text: `${review} where r.state = 'OPEN' and r.child_id = any (ctx.permitted('PARTNERSHIP', 'PARTNERSHIP', 'T3', 'READ'))
    order by r.raised_at, r.id`,
  parse: asHeld,
};

const oneReview = {
  name: 'partnership_one_match_review',
  text: `${review} where r.id = any ($1::uuid[]) and r.child_id = any (ctx.permitted('PARTNERSHIP', 'PARTNERSHIP', 'T3', 'READ'))`,
  parse: asHeld,
};

/** Lets the council's match reviewers see children, because of a review or of a link, for a time. */
export async function showToReviewers(
  writing: Writing,
  seen: readonly { readonly childId: string; readonly reference: string }[],
  { council, from, until }: { readonly council: string; readonly from: string; readonly until: string | null },
): Promise<void> {
  const grantee = `org:${council}`;
  await writing.relate(
    'T3',
    seen.map((one) => ({ ...one, grantee, basis: 'MATCH_REVIEW' as const, from, until })),
  );
}

/** The records that wait for a person. */
export class MatchReviewRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** The open reviews of one page of the queue, the oldest first: each of whose children may be seen whole. */
  open(permit: Permit, page: string): Promise<readonly StoredReview[]> {
    const keys = { kind: 'open-match-reviews', keys: [page] };
    return this.unit.readWhole(permit, keys, { ...openReviews, values: [] }, ({ id }) => id);
  }

  /** A review by its id, whatever came of it; undefined where not each of its children may be seen whole. */
  async one(permit: Permit, ids: readonly string[]): Promise<StoredReview | undefined> {
    const keys = { kind: 'match-review', keys: ids };
    const found = await this.unit.readWhole(permit, keys, { ...oneReview, values: [ids] }, ({ id }) => id);
    return found[0];
  }

  async byId(writing: Writing, id: string): Promise<StoredReview | null> {
    const rows = await writing.query(`${review} where r.id = $1`, [id]);
    return rows.map(asHeld)[0] ?? null;
  }

  /** The review, held until the write ends; null where there is none to be seen. */
  async forUpdate(writing: Writing, id: string): Promise<StoredReview | null> {
    await writing.query('select from partnership.match_review where id = $1 for update', [id]);
    return this.byId(writing, id);
  }

  /** Reviewers go on seeing a decided review's children until the day is over, so that a slip can be undone. */
  async decided(
    writing: Writing,
    { id, childId, candidates }: StoredReview,
    to: {
      readonly state: 'CONFIRMED' | 'SEPARATE';
      readonly version: number;
      readonly council: string;
      readonly today: string;
    },
  ): Promise<void> {
    await writing.query('update partnership.match_review set state = $2, version = $3 where id = $1', [
      id,
      to.state,
      to.version,
    ]);
    await showToReviewers(
      writing,
      [childId, ...candidates.map((candidate) => candidate.childId)].map((seen) => ({ childId: seen, reference: id })),
      { council: to.council, from: to.today, until: seenUntil(to.today) },
    );
  }

  /**
   * The open reviews that name one of these children, which opens the running unit for whom else they are about. A
   * review of somebody who may not be seen is left as it is.
   */
  async naming(writing: Writing, ids: readonly string[], permits: readonly Permit[]): Promise<StoredReview[]> {
    const named: { id: string }[] = await writing.query(
      'select distinct review_id as id from partnership.match_candidate where child_id = any ($1)',
      [ids],
    );
    if (named.length === 0) return [];
    const subjects = { kind: 'match-review', keys: named.map(({ id }) => id) };
    const opened = await writing.open(permits.map((permit) => ({ permit, subjects })));
    const withheld = opened.flatMap((one) => [...one.withheld]);
    const found = await writing.query(`${review} where r.id = any ($1) and r.id <> all ($2) and r.state = 'OPEN'`, [
      subjects.keys,
      withheld,
    ]);
    return found.map(asHeld);
  }

  /** The same question asked from the other side is answered with it, and is off the queue where it asked nothing else. */
  async answered(writing: Writing, own: readonly string[], others: readonly string[]): Promise<void> {
    await writing.query(
      `delete from partnership.match_candidate c using partnership.match_review r
       where r.id = c.review_id and r.state = 'OPEN' and r.child_id = any ($2) and c.child_id = any ($1)`,
      [own, others],
    );
    await writing.query(
      `delete from partnership.match_review r where r.state = 'OPEN' and r.child_id = any ($1)
         and not exists (select from partnership.match_candidate c where c.review_id = r.id)`,
      [others],
    );
  }

  /** Takes reviews off the queue that a rule has decided meanwhile. */
  async withdraw(writing: Writing, ids: readonly string[]): Promise<void> {
    await writing.query(`delete from partnership.match_review where id = any ($1) and state = 'OPEN'`, [ids]);
  }

  /** What a review had confirmed was separated again. */
  async undone(writing: Writing, ids: readonly string[]): Promise<void> {
    await writing.query(
      `update partnership.match_review set state = 'SEPARATE', version = version + 1 where id = any ($1) and state = 'CONFIRMED'`,
      [ids],
    );
  }
}
