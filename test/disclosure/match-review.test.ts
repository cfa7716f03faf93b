import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import type { OpenRequest } from '../../platform/db/merge-requests.js';
import { openStatement } from '../../platform/db/open-statement.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { codes, confirm, queue, reviewer, run } from '../support/review.js';

type As = Parameters<TestHub['voucher']>[0];

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

const raise = async (record: string, candidate: string): Promise<string> => {
  const { rows } = await hub.admin.query<{ id: string }>(
    `insert into partnership.match_review (child_id, source, source_key, kind, rule_version)
     values ($1::uuid, 'school-census:900001', $1::text, 'CONFLICT', 'test') returning id`,
    [record],
  );
  await hub.admin.query(`insert into partnership.match_candidate values ($1, $2, 0.9, '{}')`, [rows[0]?.id, candidate]);
  return rows[0]?.id ?? '';
};

/** A review by its id, as a reviewer is told of it. */
async function oneReview(id: string): Promise<unknown> {
  const body = await run(hub, reviewer, 'match-review', { id });
  expect(body.errors).toBeUndefined();
  return body.data?.['matchReview'];
}

describe('a review', () => {
  const numbered = async (nhs: string): Promise<string> => {
    const id = await arrangeChild(hub.admin, [{ basis: 'MATCH_REVIEW', grantee: `org:${place.council}` }]);
    await hub.admin.query(`update partnership.source_record set identifiers = $2 where child_id = $1`, [
      id,
      JSON.stringify([{ type: 'NHS_NUMBER', value: nhs }]),
    ]);
    return id;
  };
  it('cannot join two children who carry two different NHS numbers', async () => {
    const [one, other] = [await numbered('9990000018'), await numbered('9990000026')];
    const reviewId = await raise(one, other);
    const body = await confirm(hub, { reviewId, expectedVersion: 1, childId: other });
    expect(codes(body)).toEqual(['INVALID_INPUT']);
    expect(JSON.stringify(body)).not.toContain('999000');
    await confirm(hub, { reviewId, expectedVersion: 1, childId: null });
  });

  it.each(['ADOPTION', 'SEALED', 'STAFF_FAMILY'])(
    'of a child under a restriction (%s) is not shown, nor decided',
    async (kind) => {
      const [one, other] = [await numbered('9990000018'), await numbered('9990000018')];
      const reviewId = await raise(one, other);
      expect((await queue(hub)).map(({ id }) => id)).toContain(reviewId);
      expect(await oneReview(reviewId)).toMatchObject({ id: reviewId });
      await hub.admin.query(`insert into access.restriction values ($1, $2, '2026-01-01', null)`, [other, kind]);
      expect((await queue(hub)).map(({ id }) => id)).not.toContain(reviewId);
      expect(await oneReview(reviewId)).toBeNull();
      for (const childId of [other, null]) {
        expect(codes(await confirm(hub, { reviewId, expectedVersion: 1, childId }))).toEqual(['NOT_FOUND']);
      }
    },
  );

  it('is undecided where two decide at once, but for the first', async () => {
    const [one, other] = [await numbered('9990000018'), await numbered('9990000018')];
    const reviewId = await raise(one, other);
    const both = await Promise.all(
      [other, null].map((childId) => confirm(hub, { reviewId, expectedVersion: 1, childId })),
    );
    expect(both.map(codes).sort()).toEqual([[], ['CONFLICT']]);
  });
});

describe('the database, asked by somebody with partnership’s own login', () => {
  const request = (keys: readonly string[], over: object): string =>
    JSON.stringify([
      { holder: 'PARTNERSHIP', about: 'PARTNERSHIP', tier: 'T3', act: 'READ', operation: 'test', keys, ...over },
    ]);

  /** What it answers within one unit, of which nothing stays. */
  async function asked(as: As, requests: string, work?: (partnership: Client) => Promise<unknown>): Promise<string> {
    const partnership = await hub.appClient(Domain.PARTNERSHIP);
    const { claims, tag } = await hub.voucher(as);
    await partnership.query('begin');
    try {
      const { rows } = await partnership.query(openStatement({ claims, tag }, JSON.parse(requests) as OpenRequest[]));
      await work?.(partnership);
      return JSON.stringify(rows);
    } finally {
      await partnership.query('rollback');
    }
  }

  it('lets reviewers alone show a child to reviewers', async () => {
    const related = await arrangeChild(hub.admin, [
      { basis: 'CASELOAD', grantee: 'person:sw-001' },
      { basis: 'MATCH_REVIEW', grantee: `org:${place.council}` },
    ]);
    const relate = (as: As, tier: string): Promise<string> =>
      asked(as, request([related], { tier, act: 'WRITE', kind: 'child' }), (partnership) => {
        const row = {
          child_id: related,
          grantee: 'org:990',
          basis: 'MATCH_REVIEW',
          reference: 'x',
          from: '2026-01-01',
        };
        return partnership.query('select access.relate($1, $2, $3)', ['PARTNERSHIP', tier, JSON.stringify([row])]);
      });
    await relate({ persona: 'match-reviewer' }, 'T3');
    const socialWorker = { persona: 'social-worker', purpose: 'TEAM_AROUND_SCHOOL' } as const;
    await expect(relate(socialWorker, 'T2')).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['open-match-reviews', 'match-review'])(
    'is not told whom a key (%s) leads to who is not shared',
    async (kind) => {
      const [record, candidate] = [await arrangeChild(hub.admin), await arrangeChild(hub.admin)];
      const review = await raise(record, candidate);
      const told = await asked({ persona: 'senco' }, request([kind === 'match-review' ? review : '100|'], { kind }));
      expect(told).toContain(review);
      expect([told.includes(record), told.includes(candidate)]).toEqual([false, false]);
    },
  );
});
