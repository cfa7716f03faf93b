import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settle } from '../support/settle.js';
import { digestsOf } from '../support/digests.js';
import { testHub, type TestHub } from '../support/hub.js';
import {
  arrive,
  caseOf,
  codes,
  confirm,
  queue,
  recordsOf,
  type Review,
  reviewer,
  roll,
  run,
  shownRecords,
  waits,
} from '../support/review.js';

let hub: TestHub;
/** The same files, and a reviewer who never took the two for one. */
let neverOne: TestHub;
const senco = { persona: 'senco' } as const;
const clinician = { persona: 'camhs-clinician' } as const;

beforeAll(async () => {
  [hub, neverOne] = [await testHub({ area: true }), await testHub({ area: true })];
});

afterAll(async () => {
  await hub.close();
  await neverOne.close();
});

async function jordans(at: TestHub): Promise<Review> {
  const found = (await queue(at)).find(({ record }) => record.name.given === 'Jordan');
  if (!found) throw new Error('Jordan waits for nobody.');
  return found;
}

/** How many entries of a waiting list somebody sees of a child; null where there is no such child for them. */
async function waitsSeen(as: Parameters<TestHub['post']>[0], id: string): Promise<number | null> {
  const document = 'query Waits($id: ID!) { child(id: $id) { health { waiting { id } } } }';
  const child = (await hub.post(as, document, { id })).body.data?.['child'] as {
    health: { waiting: unknown[] };
  } | null;
  return child ? child.health.waiting.length : null;
}

describe('two children whom somebody takes for one', () => {
  let review: Review;
  let robin: string;
  let jordan: string;

  beforeAll(async () => {
    for (const at of [hub, neverOne]) {
      await arrive(at, 'school-census', roll);
      await arrive(at, 'waiting-list', waits);
    }
    review = await jordans(hub);
    robin = review.candidates[0]?.child?.id ?? '';
    const { rows } = await hub.admin.query<{ child_id: string }>(
      `select child_id from partnership.match_review where id = $1`,
      [review.id],
    );
    jordan = rows[0]?.child_id ?? '';
  });

  it('wait side by side, with the evidence in words that hold no value, and no number', async () => {
    expect(review).toMatchObject({
      kind: 'TWIN',
      state: 'OPEN',
      source: 'waiting-list:XAC01',
      record: { name: { given: 'Jordan', family: 'Testcase' }, dateOfBirth: '2015-05-01', postcode: 'ZZ99 9ZZ' },
      candidates: [{ child: { name: { given: 'Robin' }, sourceRecords: [{ source: 'school-census:900001' }] } }],
    });
    const words = review.candidates.flatMap(({ evidence }) => evidence).join(' ');
    expect(words).not.toBe('');
    expect(words).not.toMatch(/robin|jordan|testcase|2015|zz99|999/i);
    const held = await recordsOf(hub, jordan);
    expect(held?.sourceRecords).toMatchObject([{ id: review.record.id, identifiers: [] }]);
  });

  it('are shown page by page, and to nobody else', async () => {
    const all = await queue(hub);
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const [next]: readonly Review[] = await queue(hub, { first: 1, after });
      if (!next) break;
      paged.push((after = next.id));
    }
    expect(paged).toEqual(all.map(({ id }) => id));
    for (const persona of ['senco', 'social-worker', 'camhs-clinician', 'ig-officer', 'integrator'] as const) {
      expect(codes(await run(hub, { persona }, 'match-reviews', {}))).toEqual(['REFUSED']);
      const decided = await run(hub, { persona }, 'confirm-match', {
        ...{ reviewId: review.id, expectedVersion: review.version, childId: robin, idempotencyKey: randomUUID() },
      });
      expect(codes(decided)).toEqual(['REFUSED']);
      expect(codes(await run(hub, { persona }, 'match-review', { id: review.id }))).toEqual(['REFUSED']);
    }
    const scopes = { scopes: ['partnership:read', 'match:review'] };
    const posing = await hub.ask('partnership', { ...senco, claims: scopes }, '{ matchReviews { id } }');
    expect(posing).toMatchObject({ data: { matchReviews: null }, errors: [{ extensions: { code: 'REFUSED' } }] });
    const elsewhere = { ...reviewer, claims: { org: '991' } };
    expect(await hub.ask('partnership', elsewhere, '{ matchReviews { id } }')).toMatchObject({
      data: { matchReviews: [] },
    });
    const one = `{ matchReview(id: "${review.id}") { id } }`;
    expect(await hub.ask('partnership', elsewhere, one)).toMatchObject({ data: { matchReview: null } });
    expect(await hub.ask('partnership', reviewer, one)).toMatchObject({ data: { matchReview: { id: review.id } } });
    for (const id of [randomUUID(), 'x'])
      expect(await run(hub, reviewer, 'match-review', { id })).toEqual({ data: { matchReview: null } });
  });

  it('are not decided by bad input', async () => {
    const right = { reviewId: review.id, expectedVersion: review.version, childId: robin };
    expect(codes(await confirm(hub, { ...right, expectedVersion: review.version + 1 }))).toEqual(['CONFLICT']);
    expect(codes(await confirm(hub, { ...right, childId: jordan }))).toEqual(['INVALID_INPUT']);
    expect(codes(await confirm(hub, { ...right, childId: 'x' }))).toEqual(['INVALID_INPUT']);
    for (const reviewId of [randomUUID(), 'x']) {
      expect(codes(await confirm(hub, { ...right, reviewId }))).toEqual(['NOT_FOUND']);
    }
    for (const page of [{ first: 0 }, { first: 101 }, { after: 'x' }]) {
      expect(codes(await run(hub, reviewer, 'match-reviews', page))).toEqual(['INVALID_INPUT']);
    }
    expect((await jordans(hub)).version).toBe(review.version);
  });

  it('are one child in every domain from the moment they are confirmed, once for one key', async () => {
    expect(await waitsSeen(senco, robin)).toBe(0);
    expect(await waitsSeen(senco, jordan)).toBeNull();
    const idempotencyKey = randomUUID();
    const why = { reason: ' Both schools say so. ' };
    const right = { reviewId: review.id, expectedVersion: review.version, childId: robin, idempotencyKey, ...why };
    const done = await confirm(hub, right);
    expect(done).toMatchObject({ data: { confirmMatch: { id: review.id, state: 'CONFIRMED' } } });
    expect(done.errors).toBeUndefined();
    expect(await confirm(hub, right)).toEqual(done);
    expect(codes(await confirm(hub, { ...right, idempotencyKey: randomUUID() }))).toEqual(['CONFLICT']);
    for (const id of [robin, jordan]) expect(await waitsSeen(senco, id)).toBe(1);
    expect(await waitsSeen(clinician, robin)).toBe(1);
    const { recordsVersion, sourceRecords } = await shownRecords(hub, jordan);
    expect(recordsVersion).toBe((done.data?.['confirmMatch'] as Review).version);
    expect(sourceRecords.map(({ source }) => source)).toEqual(['school-census:900001', 'waiting-list:XAC01']);
    const decided = await hub.admin.query(
      'select kind, actor, reason, rule_version from partnership.match_decision where review_id = $1',
      [review.id],
    );
    expect(decided.rows).toEqual([
      ...[
        {
          kind: 'CONFIRMED',
          actor: 'match-001',
          reason: 'Both schools say so.',
          rule_version: expect.stringMatching(/./),
        },
      ],
    ]);
    // Whoever had it open sees that it is decided.
    const later = await run(hub, reviewer, 'match-review', { id: review.id });
    expect(later).toMatchObject({ data: { matchReview: { state: 'CONFIRMED' } } });
    await settle(hub);
  });

  it('make a person look at what arrives meanwhile and is like only one of them', async () => {
    await arrive(hub, 'case-list', caseOf);
    const waiting = (await queue(hub)).find(({ source }) => source === 'case-list:990');
    expect(waiting).toMatchObject({ kind: 'TWIN', candidates: [{ child: { id: robin } }] });
  });

  it('are not separated by bad input', async () => {
    const { recordsVersion: expectedVersion, sourceRecords } = await shownRecords(hub, robin);
    const right = { childId: robin, sourceRecordIds: [review.record.id], expectedVersion, reason: 'They are twins.' };
    const refused = async (over: object): Promise<string[]> =>
      codes(await run(hub, reviewer, 'separate-children', { ...right, idempotencyKey: randomUUID(), ...over }));
    expect(await refused({ expectedVersion: expectedVersion - 1 })).toEqual(['CONFLICT']);
    expect(await refused({ childId: randomUUID() })).toEqual(['NOT_FOUND']);
    expect(await refused({ reason: ' too short ' })).toEqual(['INVALID_INPUT']);
    expect(await refused({ reason: 'long '.repeat(101) })).toEqual(['INVALID_INPUT']);
    expect(await refused({ sourceRecordIds: [] })).toEqual(['INVALID_INPUT']);
    expect(await refused({ sourceRecordIds: [randomUUID()] })).toEqual(['INVALID_INPUT']);
    expect(await refused({ sourceRecordIds: sourceRecords.map(({ id }) => id) })).toEqual(['INVALID_INPUT']);
    const asSenco = await run(hub, senco, 'separate-children', { ...right, idempotencyKey: randomUUID() });
    expect(codes(asSenco)).toEqual(['REFUSED']);
  });

  it('are two again when separated, with what arrived meanwhile, as if they had never been one', async () => {
    const { recordsVersion: expectedVersion } = await shownRecords(hub, robin);
    const asked = {
      ...{ childId: robin, sourceRecordIds: [review.record.id], expectedVersion },
      ...{ reason: 'The school says that they are twins.', idempotencyKey: randomUUID() },
    };
    const done = await run(hub, reviewer, 'separate-children', asked);
    expect(done.errors).toBeUndefined();
    expect(done.data?.['separateChildren']).toMatchObject([
      { id: robin, name: { given: 'Robin' }, sourceRecords: [{ source: 'school-census:900001' }] },
      {
        id: jordan,
        name: { given: 'Jordan' },
        sourceRecords: [{ source: 'waiting-list:XAC01' }, { source: 'case-list:990' }],
      },
    ]);
    expect(await run(hub, reviewer, 'separate-children', asked)).toEqual(done);
    expect(await waitsSeen(senco, robin)).toBe(0);
    expect(await waitsSeen(senco, jordan)).toBeNull();
    expect(await waitsSeen(clinician, jordan)).toBe(1);
    await settle(hub);
  });

  it('leave every domain’s digest as where a reviewer kept them apart from the first', async () => {
    const { id: reviewId, version: expectedVersion } = await jordans(neverOne);
    expect(await confirm(neverOne, { reviewId, expectedVersion, childId: null })).toMatchObject({
      data: { confirmMatch: { state: 'SEPARATE', version: expectedVersion + 1 } },
    });
    await arrive(neverOne, 'case-list', caseOf);
    expect(await digestsOf(hub)).toEqual(await digestsOf(neverOne));
  });

  it('stay two, whatever the same files say again', async () => {
    for (const at of [hub, neverOne]) {
      await arrive(at, 'waiting-list', { ...waits, postcode: 'ZZ99 8ZZ' });
      await arrive(at, 'waiting-list', waits);
    }
    expect((await queue(hub)).map(({ record }) => record.id)).not.toContain(review.record.id);
    expect(await waitsSeen(senco, robin)).toBe(0);
  });

  it('list every disclosure of both that was made meanwhile, from either side', async () => {
    for (const childId of [robin, jordan]) {
      const { data, errors } = await run(hub, reviewer, 'separations', { childId });
      expect(errors).toBeUndefined();
      const [parted] = data?.['separations'] as {
        by: string;
        reason: string;
        disclosures: { role: string; fields: string[] }[];
      }[];
      expect(parted).toMatchObject({ by: 'Match reviewer', reason: 'The school says that they are twins.' });
      const read = parted?.disclosures.filter(({ role }) => role === 'senco').flatMap(({ fields }) => fields) ?? [];
      expect(read.some((field) => field.startsWith('HEALTH T3'))).toBe(true);
      expect(parted?.disclosures.map(({ role }) => role)).toContain('camhs-clinician');
    }
    expect(codes(await run(hub, senco, 'separations', { childId: robin }))).toEqual(['REFUSED']);
  });
});

describe('what a rule links with two children who are taken for one', () => {
  const ari = { ...roll, forename: 'Ari', surname: 'Onechild', dob: '2014-01-07', postcode: 'ZZ99 7ZZ' };
  const other = {
    forename: 'Bo',
    surname: 'Otherwise',
    dob: '2012-10-30',
    postcode: 'ZZ99 6ZZ',
    nhs_number: '9990000026',
  };
  const bo = { ...waits, ...other, entry_ref: 'XAC01-RULE' };
  const later = { ...caseOf, ...other, la_child_id: 'REVIEW2' };

  const raise = async (at: TestHub): Promise<{ reviewId: string; ari: string }> => {
    const { rows } = await at.admin.query<{ id: string; ari: string }>(
      `with r as (insert into partnership.match_review (child_id, source, source_key, kind, rule_version)
         select child_id, source, source_key, 'UNCERTAIN', 'test' from partnership.source_record where family = 'Otherwise'
         returning id, child_id),
       a as (select child_id from partnership.source_record where family = 'Onechild'),
       c as (insert into partnership.match_candidate select r.id, a.child_id, 0.9, '{}' from r, a),
       s as (insert into access.relationship select i, 'org:990', 'MATCH_REVIEW', r.id::text, tstzrange('2026-01-01', null)
         from r, a, unnest(array[r.child_id, a.child_id]) i)
       select r.id, a.child_id ari from r, a`,
    );
    return { reviewId: rows[0]?.id ?? '', ari: rows[0]?.ari ?? '' };
  };

  it('goes to the one it is of when they are separated', async () => {
    for (const at of [hub, neverOne]) {
      await arrive(at, 'school-census', ari);
      await arrive(at, 'waiting-list', bo);
    }
    const { reviewId, ari: childId } = await raise(hub);
    expect((await confirm(hub, { reviewId, expectedVersion: 1, childId })).errors).toBeUndefined();
    await arrive(hub, 'case-list', later);
    const { recordsVersion: expectedVersion, sourceRecords } = await shownRecords(hub, childId);
    expect(sourceRecords.map(({ source }) => source)).toEqual([
      'school-census:900001',
      'waiting-list:XAC01',
      'case-list:990',
    ]);
    const done = await run(hub, reviewer, 'separate-children', {
      ...{ childId, expectedVersion, reason: 'Nothing about them is alike.', idempotencyKey: randomUUID() },
      sourceRecordIds: sourceRecords.filter(({ source }) => source === 'waiting-list:XAC01').map(({ id }) => id),
    });
    expect(done.errors).toBeUndefined();
    expect(done.data?.['separateChildren']).toMatchObject([
      { sourceRecords: [{ source: 'school-census:900001' }] },
      { sourceRecords: [{ source: 'waiting-list:XAC01' }, { source: 'case-list:990' }] },
    ]);
    await settle(hub);
    const apart = await raise(neverOne);
    expect(
      (await confirm(neverOne, { reviewId: apart.reviewId, expectedVersion: 1, childId: null })).errors,
    ).toBeUndefined();
    await arrive(neverOne, 'case-list', later);
    expect(await digestsOf(hub)).toEqual(await digestsOf(neverOne));
  });
});
