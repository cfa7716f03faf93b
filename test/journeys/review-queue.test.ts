import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testHub, type TestHub } from '../support/hub.js';
import { arrive, caseOf, codes, confirm, queue, recordsOf, type Review, roll, waits } from '../support/review.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub({ area: true });
});

afterAll(() => hub.close());

/** The review of the record whose given name this is. */
const waiting = async (given: string): Promise<Review | undefined> =>
  (await queue(hub)).find(({ record }) => record.name.given === given);

async function idOf(source: string, given: string): Promise<string> {
  const { rows } = await hub.admin.query<{ child_id: string }>(
    'select child_id from partnership.source_record where source = $1 and given = $2',
    [source, given],
  );
  return rows[0]?.child_id ?? '';
}

const candidatesOf = (review: Review | undefined): (string | undefined)[] =>
  (review?.candidates ?? []).map(({ child }) => child?.id);

describe('a record that waits for a person', () => {
  const first = { ...roll, surname: 'Harkaway', dob: '2014-03-02', postcode: 'ZZ99 1AA' };
  const second = { ...roll, surname: 'Lovelock', dob: '2011-09-17', postcode: 'ZZ99 2BB', forename: 'Merrin' };
  const doubtful = { ...waits, nhs_number: '', entry_ref: 'XAC01-QUEUE', forename: 'Tobin' };
  const as = ({ surname, dob, postcode }: typeof first) => ({ ...doubtful, surname, dob, postcode });
  let [robin, merrin] = ['', ''];

  beforeAll(async () => {
    await arrive(hub, 'school-census', first);
    await arrive(hub, 'school-census', second);
    await arrive(hub, 'case-list', { ...caseOf, ...as(first), nhs_number: '', la_child_id: 'QUEUE1' });
    robin = await idOf('school-census:900001', 'Robin');
    merrin = await idOf('school-census:900001', 'Merrin');
  });

  it('is shown beside whom its source makes it like now, and no longer beside whom it was like before', async () => {
    const before = await waiting('Tobin');
    expect(candidatesOf(before)).toEqual([robin]);
    expect(await recordsOf(hub, robin)).not.toBeNull();
    await arrive(hub, 'case-list', { ...caseOf, ...as(second), nhs_number: '', la_child_id: 'QUEUE1' });
    const after = await waiting('Tobin');
    expect(after).toMatchObject({ id: before?.id, version: 2 });
    expect(candidatesOf(after)).toEqual([merrin]);
    expect(codes(await confirm(hub, { reviewId: after?.id, expectedVersion: 1, childId: robin }))).toEqual([
      'CONFLICT',
    ]);
    expect(codes(await confirm(hub, { reviewId: after?.id, expectedVersion: 2, childId: robin }))).toEqual([
      'INVALID_INPUT',
    ]);
    // Whom it was like is no reason any more to show a child to reviewers.
    expect(await recordsOf(hub, robin)).toBeNull();
  });

  it('is off the queue, and out of reviewers’ sight, when it is like nobody any more', async () => {
    expect(await recordsOf(hub, merrin)).not.toBeNull();
    const alone = { ...caseOf, ...as(second), dob: '2005-01-31', postcode: 'ZZ99 3CC', nhs_number: '' };
    await arrive(hub, 'case-list', { ...alone, la_child_id: 'QUEUE1' });
    expect(await waiting('Tobin')).toBeUndefined();
    expect(await recordsOf(hub, merrin)).toBeNull();
  });
});

describe('a decision', () => {
  const family = { surname: 'Penhaligon', dob: '2013-07-06', postcode: 'ZZ99 4DD' };

  it('that two are two children is undone by nobody who looked at a third', async () => {
    await arrive(hub, 'school-census', { ...roll, ...family, forename: 'Alwyn' });
    await arrive(hub, 'waiting-list', {
      ...waits,
      ...family,
      nhs_number: '',
      entry_ref: 'XAC01-APART',
      forename: 'Bevis',
    });
    const apart = await waiting('Bevis');
    await confirm(hub, { reviewId: apart?.id, expectedVersion: 1, childId: null });
    await arrive(hub, 'case-list', { ...caseOf, ...family, nhs_number: '', la_child_id: 'APART1', forename: 'Cosmo' });
    const [alwyn, bevis, cosmo] = [
      await idOf('school-census:900001', 'Alwyn'),
      await idOf('waiting-list:XAC01', 'Bevis'),
      await idOf('case-list:990', 'Cosmo'),
    ];
    const third = await waiting('Cosmo');
    expect(candidatesOf(third).sort()).toEqual([alwyn, bevis].sort());
    // Meanwhile a file's rule makes Cosmo and Alwyn one.
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [cosmo, alwyn]);
    const body = await confirm(hub, { reviewId: third?.id, expectedVersion: third?.version, childId: bevis });
    expect(codes(body)).toEqual(['CONFLICT']);
    const { rows } = await hub.admin.query('select from access.child_alias where held = $1', [bevis]);
    expect(rows).toEqual([]);
  });

  it('takes a key of at most 200 characters', async () => {
    const body = await confirm(hub, {
      ...{ reviewId: randomUUID(), expectedVersion: 1, childId: null },
      idempotencyKey: 'k'.repeat(201),
    });
    expect(codes(body)).toEqual(['INVALID_INPUT']);
  });
});

describe('twins whose names are alike', () => {
  const twins = { surname: 'Threlkeld', dob: '2012-12-12', postcode: 'ZZ99 5EE' };

  it('wait for a person, where others have either name too', async () => {
    for (const [n, forename] of ['Samira', 'Samina'].entries())
      for (const [m, surname] of ['Ostrander', 'Villanueva', 'Kobayashi'].entries())
        await arrive(hub, 'school-census', {
          ...{ ...roll, forename, surname: `${surname}${forename}` },
          ...{ dob: `200${String(n)}-0${String(m + 1)}-15`, postcode: '' },
        });
    await arrive(hub, 'school-census', { ...roll, ...twins, forename: 'Samira' });
    await arrive(hub, 'case-list', { ...caseOf, ...twins, nhs_number: '', la_child_id: 'TWINS1', forename: 'Samina' });
    const review = (await queue(hub)).find(
      ({ record, source }) => source === 'case-list:990' && record.name.given === 'Samina',
    );
    expect(review).toMatchObject({ kind: 'TWIN', candidates: [{ child: { name: { given: 'Samira' } } }] });
  });
});
