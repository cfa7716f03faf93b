import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testHub, type TestHub } from '../support/hub.js';
import { arrive, confirm, queue, recordsOf, reviewer, roll, run, waits } from '../support/review.js';
import { testToday } from '../support/templates.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub({ area: true });
});
afterAll(() => hub.close());

const born = { dob: '2014-03-02', postcode: 'ZZ99 1AA' };
const atSchool = { ...roll, ...born, surname: 'Harkaway', forename: 'Robin', upn: 'B801200005001' };
const listed = { ...waits, ...born, surname: 'Harkaway', forename: 'Robin', nhs_number: '9990000018' };

async function idOf(source: string, family: string): Promise<string> {
  const { rows } = await hub.admin.query<{ child_id: string }>(
    'select child_id from partnership.source_record where source = $1 and family = $2',
    [source, family],
  );
  return rows[0]?.child_id ?? '';
}

const standAt = (day: string) => hub.admin.query('update ctx.setting set day = $1', [day]);

const claim = (identifierType: string, identifier: string, dateOfBirth: string) =>
  run(hub, reviewer, 'claim-relationship', {
    ...{ identifierType, identifier, dateOfBirth, idempotencyKey: randomUUID() },
    reason: 'The school says that two children are taken for one.',
  });

describe('match reviewers', () => {
  it('see whom a review is about, and nobody else, however many records are linked', async () => {
    const { rows } = await hub.admin.query<{ seen: string[]; about: string[]; linked: number }>(
      `select (select array_agg(distinct child_id order by child_id) from access.relationship
          where basis = 'MATCH_REVIEW' and valid @> ctx.now()) seen,
        (select array_agg(distinct i order by i) from partnership.match_review r cross join lateral (
          select r.child_id i union all select c.child_id from partnership.match_candidate c where c.review_id = r.id) x
          where r.state = 'OPEN') about,
        (select count(*)::int from access.child_alias) linked`,
    );
    expect(rows[0]?.seen).toEqual(rows[0]?.about);
    expect(rows[0]?.about.length).toBeGreaterThan(0);
    expect(rows[0]?.linked).toBeGreaterThan(0);
  });

  it('do not see a child whose records a rule linked, until one of them is told that they are two', async () => {
    await arrive(hub, 'school-census', atSchool);
    await arrive(hub, 'waiting-list', listed);
    const child = await idOf('school-census:900001', 'Harkaway');
    expect(await recordsOf(hub, child)).toBeNull();
    expect((await claim('NHS_NUMBER', '9990000018', '2014-03-03')).data?.['claimRelationship']).toBeNull();
    const claimed = await claim('NHS_NUMBER', '9990000018', born.dob);
    expect(claimed).toMatchObject({ data: { claimRelationship: { id: child } } });
    const records = await recordsOf(hub, child);
    expect(records?.sourceRecords).toHaveLength(2);
    const leaving = records?.sourceRecords.find(({ source }) => source.startsWith('waiting-list'));
    const done = await run(hub, reviewer, 'separate-children', {
      ...{ childId: child, sourceRecordIds: [leaving?.id], expectedVersion: records?.recordsVersion },
      ...{ reason: 'They are cousins of one name.', idempotencyKey: randomUUID() },
    });
    expect(done.errors).toBeUndefined();
    expect(done.data?.['separateChildren']).toHaveLength(2);
  });

  it('see whom they decided about until the day is over, so that a slip can be undone', async () => {
    const twin = { surname: 'Lovelock', dob: '2011-09-17', postcode: 'ZZ99 2BB' };
    await arrive(hub, 'school-census', { ...roll, ...twin, forename: 'Merrin' });
    await arrive(hub, 'waiting-list', {
      ...waits,
      ...twin,
      forename: 'Tobin',
      nhs_number: '',
      entry_ref: 'XAC01-SIGHT',
    });
    const review = (await queue(hub)).find(({ record }) => record.name.given === 'Tobin');
    const child = review?.candidates[0]?.child?.id ?? '';
    expect(await recordsOf(hub, child)).not.toBeNull();
    const said = { reviewId: review?.id, expectedVersion: review?.version, childId: null };
    expect((await confirm(hub, said)).errors).toBeUndefined();
    expect(await recordsOf(hub, child)).not.toBeNull();
    await standAt('2026-11-21');
    try {
      expect(await recordsOf(hub, child)).toBeNull();
    } finally {
      await standAt(testToday);
    }
  });

  it('are not told where a child lives whose address is protected, by the child or by the queue', async () => {
    const sister = { surname: 'Quillfeather', dob: '2012-06-07', postcode: 'ZZ99 3CC' };
    await arrive(hub, 'school-census', { ...roll, ...sister, forename: 'Bettany' });
    await arrive(hub, 'waiting-list', {
      ...waits,
      ...sister,
      forename: 'Clemency',
      nhs_number: '',
      entry_ref: 'XAC01-PA',
    });
    const postcodes = async (): Promise<unknown[]> => {
      const { body } = await hub.post(
        reviewer,
        '{ matchReviews(first: 100) { record { name { given } postcode } candidates { child { sourceRecords { postcode } } } } }',
      );
      expect(body.errors).toBeUndefined();
      const found = body.data?.['matchReviews'] as {
        record: { name: { given: string }; postcode: string | null };
        candidates: { child: { sourceRecords: { postcode: string | null }[] } }[];
      }[];
      const review = found.find(({ record }) => record.name.given === 'Clemency');
      return [
        review?.record.postcode,
        ...(review?.candidates ?? []).map(({ child }) => child.sourceRecords[0]?.postcode),
      ];
    };
    expect(await postcodes()).toEqual(['ZZ99 3CC', 'ZZ99 3CC']);
    const evidence = async (): Promise<string> =>
      ((await queue(hub)).find(({ record }) => record.name.given === 'Clemency')?.candidates ?? [])
        .flatMap((one) => one.evidence)
        .join(' ');
    const protect = async (source: string) =>
      hub.admin.query(`insert into access.restriction values ($1, 'PROTECTED_ADDRESS', '2026-01-01', null)`, [
        await idOf(source, 'Quillfeather'),
      ]);
    expect(await evidence()).toContain('Home: the same postcode.');
    // Beside the other, who is not protected, the same home would tell it.
    await protect('school-census:900001');
    expect(await postcodes()).toEqual([null, null]);
    expect(await evidence()).not.toContain('Home:');
  });
});
