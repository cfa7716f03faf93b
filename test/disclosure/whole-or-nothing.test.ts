import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { personaNamed, subjectOf } from '../../platform/auth/personas.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { codes, reviewer } from '../support/review.js';
import { shareAs } from '../support/share-as.js';

// What makes no sense in part is told whole or not at all, and what is seen in part is not changed.
let hub: TestHub;
const { PARTNERSHIP, HEALTH } = Domain;

beforeAll(async () => {
  hub = await testHub({ area: true });
});

afterAll(() => hub.close());

const said = (name: string): string => operations().find((operation) => operation.name === name)?.text ?? '';

describe('a review of whose candidates one may be seen in part', () => {
  interface Queued {
    readonly id: string;
    readonly candidates: readonly { readonly child: { readonly id: string } | null }[];
  }
  const queue = async (): Promise<Queued[]> => {
    const { body } = await hub.post(reviewer, '{ matchReviews(first: 100) { id candidates { child { id } } } }');
    expect(body.errors).toBeUndefined();
    return body.data?.['matchReviews'] as Queued[];
  };
  /** The reviewer comes to this child by another way than the review. */
  const only = async (child: string): Promise<void> => {
    const { sub } = subjectOf(personaNamed('match-reviewer'), {});
    await hub.admin.query(
      `delete from access.relationship where basis = 'MATCH_REVIEW'
       and child_id in (select held from access.linked(array[$1::uuid]))`,
      [child],
    );
    await hub.admin.query(
      `insert into access.relationship (child_id, grantee, basis, reference, valid)
       values ($1, $2, 'SELF_CLAIMED', 'test', tstzrange('2026-01-01', null))`,
      [child, `person:${sub}`],
    );
  };

  it('is not in the queue, and may not be decided', async () => {
    const before = await queue();
    const review = before.find(({ candidates }) => candidates.length === 1);
    const child = review?.candidates[0]?.child?.id ?? '';
    await only(child);
    expect((await queue()).map(({ id }) => id)).toContain(review?.id);
    await shareAs(hub, 'REDACTED', { about: PARTNERSHIP, tier: 'T3', basis: 'SELF_CLAIMED' });
    const after = (await queue()).map(({ id }) => id);
    expect(after).not.toContain(review?.id);
    // Those of other children stay.
    const others = before.filter(({ candidates }) => candidates.every((one) => one.child?.id !== child));
    expect(after).toEqual(expect.arrayContaining(others.map(({ id }) => id)));
    await shareAs(hub, 'REDACTED', { about: PARTNERSHIP, tier: 'T3', act: 'WRITE', basis: 'SELF_CLAIMED' });
    const decision = { reviewId: review?.id, expectedVersion: 1, childId: child, idempotencyKey: randomUUID() };
    const { body } = await hub.post(reviewer, said('confirm-match'), decision);
    expect(codes(body)).toEqual(['NOT_FOUND']);
  });

  it('leaves what sources say of a child untold', async () => {
    const child = await arrangeChild(hub.admin, [{ basis: 'MATCH_REVIEW', grantee: `org:${place.council}` }]);
    const document = 'query Records($id: ID!) { child(id: $id) { id recordsVersion sourceRecords { id } } }';
    const told = async (): Promise<unknown> => (await hub.post(reviewer, document, { id: child })).body.data?.['child'];
    expect(await told()).toMatchObject({ id: child, recordsVersion: 1, sourceRecords: [{}] });
    await shareAs(hub, 'REDACTED', { about: PARTNERSHIP, tier: 'T3' });
    await shareAs(hub, 'REDACTED', { about: PARTNERSHIP, tier: 'T1' });
    expect(await told()).toEqual({ id: child, recordsVersion: null, sourceRecords: [] });
  });
});

describe('a child on an agenda who may be seen in part', () => {
  it('is not told of: why a child is to be discussed is somebody’s words', async () => {
    const child = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
    await hub.admin.query(
      `insert into partnership.agenda_item (school_urn, child_id, raised_by, reason, meeting_on, until)
       values ($1, $2, 'Sam Testcase', 'Attendance', '2026-11-19', '2026-12-10')`,
      [place.school, child],
    );
    const document = `query Agenda($urn: ID!) { _entities(representations: [{ __typename: "School", urn: $urn }]) {
      ... on School { teamAroundSchool { agenda { reason } } } } }`;
    const agenda = async (): Promise<unknown> => {
      const { data, errors } = await hub.ask('partnership', { persona: 'senco' }, document, { urn: place.school });
      expect(errors).toBeUndefined();
      const [school] = data?.['_entities'] as { teamAroundSchool: { agenda: unknown } }[];
      return school?.teamAroundSchool.agenda;
    };
    expect(await agenda()).toContainEqual({ reason: 'Attendance' });
    await shareAs(hub, 'REDACTED', { about: PARTNERSHIP, tier: 'T2' });
    expect(await agenda()).toEqual([]);
  });
});

describe('an entry of a child who may be changed in part', () => {
  it('is not there to be changed, as one that does not exist', async () => {
    const child = await arrangeChild(hub.admin, [{ basis: 'REFERRAL', grantee: `org:${place.provider}` }]);
    const { rows } = await hub.admin.query<{ id: string }>(
      'select id from health.waiting_list_entry where child_id = $1',
      [child],
    );
    const input = { id: rows[0]?.id, expectedVersion: 1, to: 'BOOKED', effectiveOn: '2026-11-20' };
    const change = async (): Promise<unknown> => {
      const asked = { input: { ...input, idempotencyKey: randomUUID() } };
      return codes((await hub.post({ persona: 'camhs-clinician' }, said('update-waiting-list-entry'), asked)).body);
    };
    await shareAs(hub, 'REDACTED', { about: HEALTH, tier: 'T3', act: 'WRITE' });
    expect(await change()).toEqual(['NOT_FOUND']);
    await shareAs(hub, 'FULL', { about: HEALTH, tier: 'T3', act: 'WRITE' });
    expect(await change()).toEqual([]);
  });
});
