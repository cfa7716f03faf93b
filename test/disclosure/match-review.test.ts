import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { codes, confirm, queue } from '../support/review.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

describe('a review', () => {
  const numbered = async (nhs: string): Promise<string> => {
    const id = await arrangeChild(hub.admin, [{ basis: 'MATCH_REVIEW', grantee: `org:${place.council}` }]);
    await hub.admin.query(`update partnership.source_record set identifiers = $2 where child_id = $1`, [
      id,
      JSON.stringify([{ type: 'NHS_NUMBER', value: nhs }]),
    ]);
    return id;
  };
  const raise = async (record: string, candidate: string): Promise<string> => {
    const { rows } = await hub.admin.query<{ id: string }>(
      `insert into partnership.match_review (child_id, source, source_key, kind, rule_version)
       values ($1::uuid, 'school-census:900001', $1::text, 'CONFLICT', 'test') returning id`,
      [record],
    );
    await hub.admin.query(`insert into partnership.match_candidate values ($1, $2, 0.9, '{}')`, [
      rows[0]?.id,
      candidate,
    ]);
    return rows[0]?.id ?? '';
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
      await hub.admin.query(`insert into access.restriction values ($1, $2, '2026-01-01', null)`, [other, kind]);
      expect((await queue(hub)).map(({ id }) => id)).not.toContain(reviewId);
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
