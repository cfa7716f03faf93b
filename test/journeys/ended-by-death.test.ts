import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import type { OpenRequest } from '../../platform/db/merge-requests.js';
import { openedIn, openStatement } from '../../platform/db/open-statement.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { arrangeNamed } from '../support/arrange-names.js';
import { digestsOf } from '../support/digests.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

let hub: TestHub;
const text = (name: string): string => operations().find((operation) => operation.name === name)?.text ?? '';
const senco = { persona: 'senco' } as const;
const head = { persona: 'virtual-school-head' } as const;
const clinician = { persona: 'camhs-clinician' } as const;
const everyone = [
  { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` },
  { basis: 'CASELOAD', grantee: 'person:sw-001' },
  { basis: 'REFERRAL', grantee: `org:${place.provider}` },
  { basis: 'LOOKED_AFTER_DUTY', grantee: `org:${place.council}` },
];

const record = /* GraphQL */ `
  query Look($id: ID!) {
    child(id: $id) {
      diedOn
      age
      team {
        domain
      }
      education {
        enrolments {
          from
          until
        }
        current: enrolments(current: true) {
          from
        }
        attendance(from: "2026-11-02", to: "2026-11-06") {
          possible
          weeks {
            marks {
              on
            }
          }
        }
      }
      health {
        open: waiting(open: true) {
          id
        }
        closed: waiting(open: false) {
          id
        }
        waiting {
          status
          daysWaiting
          weeksWaiting
          nextStep
          nextAppointmentOn
          clock {
            stoppedOn
            state
          }
        }
      }
      socialCare {
        status
        hasSocialWorker
        worker {
          name
        }
      }
      virtualSchool {
        cohorts
        peps {
          state
        }
        attendanceWhile(status: LOOKED_AFTER, from: "2026-11-02", to: "2026-11-06") {
          possible
        }
      }
    }
  }
`;

async function look(as: As, id: string): Promise<unknown> {
  const { body } = await hub.post(as, record, { id });
  return body.data?.['child'];
}

/** A day of death as social care's ingest leaves it; null takes it back. */
async function say(id: string, diedOn: string | null): Promise<void> {
  await hub.admin.query(`delete from social_care.death where child_id = $1`, [id]);
  if (diedOn !== null)
    await hub.admin.query(`insert into social_care.death (child_id, source, died_on) values ($1, 'test', $2)`, [
      id,
      diedOn,
    ]);
  await tell('social_care', 'death-changed', id);
  await settle(hub);
}

const tell = (schema: string, topic: string, id: string) =>
  hub.admin.query(`insert into ${schema}.outbox (topic, child_id) values ($1, $2)`, [topic, id]);

/** The digest of what the partnership says itself, without what it copies of the domains. */
async function ownOfPartnership(): Promise<string> {
  await hub.admin.query('begin');
  try {
    await hub.admin.query('delete from partnership.attention_fact');
    const { rows } = await hub.admin.query<{ digest: string }>(`select access.digest('partnership') as digest`);
    return rows[0]?.digest ?? '';
  } finally {
    await hub.admin.query('rollback');
  }
}

async function link(held: string, canonical: string | null): Promise<void> {
  await hub.admin.query('delete from access.child_alias where held = $1', [held]);
  if (canonical !== null) await hub.admin.query('insert into access.child_alias values ($1, $2)', [held, canonical]);
  for (const id of [held, canonical]) if (id !== null) await tell('partnership', 'child-linked', id);
  await settle(hub);
}

async function arrange(): Promise<string> {
  const id = await arrangeChild(hub.admin, everyone);
  await hub.admin.query(
    `update health.waiting_list_entry set next_step = 'A first appointment', next_appointment_on = '2026-12-10' where child_id = $1`,
    [id],
  );
  await hub.admin.query(`update social_care.status_interval set status = 'LOOKED_AFTER' where child_id = $1`, [id]);
  await tell('social_care', 'involvement-changed', id);
  // As a register's ingest leaves it: the school's week is to be counted.
  await hub.admin.query(
    `insert into education.school_week_stale (urn, week_beginning)
     select e.urn, w.week_beginning from education.attendance_week w join education.enrolment e on e.id = w.enrolment_id
     where w.child_id = $1`,
    [id],
  );
  for (const [schema, topic] of [
    ['education', 'roll-changed'],
    ['health', 'waiting-list-entry-changed'],
    ['social_care', 'allocation-changed'],
  ] as const)
    await tell(schema, topic, id);
  await settle(hub);
  return id;
}

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

describe('a death ends, in every domain, what was open', () => {
  let child: string;
  let before: unknown;
  let digests: Record<string, string>;
  let own: string;

  beforeAll(async () => {
    child = await arrange();
    before = await look(head, child);
    digests = await digestsOf(hub);
    own = await ownOfPartnership();
    await say(child, '2026-11-04');
  });

  it('on the day itself, for everyone who reads the record', async () => {
    expect(before).toMatchObject({
      education: { current: [{}], attendance: { possible: 10 } },
      health: { open: [{}] },
    });
    expect(await look(head, child)).toMatchObject({
      diedOn: '2026-11-04',
      age: 11,
      team: [],
      education: {
        enrolments: [{ from: '2024-09-02', until: '2026-11-04' }],
        current: [],
        // The sessions of Monday to Wednesday: none after the day.
        attendance: { possible: 6 },
      },
      health: {
        open: [],
        closed: [{}],
        waiting: [
          {
            ...{
              status: 'ACCEPTED_WAITING',
              daysWaiting: 156,
              weeksWaiting: 22,
              nextStep: null,
              nextAppointmentOn: null,
            },
            clock: { stoppedOn: '2026-11-04', state: 'BREACHED' },
          },
        ],
      },
      socialCare: { status: null, hasSocialWorker: null, worker: null },
      // The plan was due on 1 December. A status is held up to the day, not on it.
      virtualSchool: { cohorts: [], peps: [{ state: 'STOPPED' }], attendanceWhile: { possible: 4 } },
    });
    for (const as of [senco, clinician, { persona: 'social-worker' }] as const) {
      expect(await look(as, child)).toMatchObject({ diedOn: '2026-11-04', team: [], health: { open: [] } });
    }
  });

  it('and by the entry’s own id', async () => {
    const { rows } = await hub.admin.query<{ id: string }>(
      'select id from health.waiting_list_entry where child_id = $1',
      [child],
    );
    const document =
      'query Q($id: ID!) { _entities(representations: [{ __typename: "WaitingListEntry", id: $id }]) { ... on WaitingListEntry { daysWaiting nextAppointmentOn } } }';
    const answer = await hub.ask('health', clinician, document, { id: rows[0]?.id });
    expect(answer.data).toEqual({ _entities: [{ daysWaiting: 156, nextAppointmentOn: null }] });
  });

  it('without a row of any domain changed: taken back, everything is as before', async () => {
    // The death itself stands in social care; what the virtual school worked out ahead is worked out again, and what of that
    // needs attention is copied again.
    const {
      'social-care': _death,
      'virtual-school': _workedOut,
      partnership: _copied,
      ...others
    } = await digestsOf(hub);
    expect(digests).toMatchObject(others);
    expect(await ownOfPartnership()).toBe(own);
    await say(child, null);
    expect(await look(head, child)).toEqual(before);
    expect(await digestsOf(hub)).toEqual(digests);
    await say(child, '2026-11-04');
  });

  it('and tells a stranger no more than of a child who does not exist', async () => {
    const stranger = { persona: 'senco', school: '900002' } as const;
    const real = await hub.post(stranger, record, { id: child });
    const absent = await hub.post(stranger, record, { id: randomUUID() });
    expect(real.text).toBe(absent.text);
  });

  it('and is said by a search, which finds the child as before', async () => {
    const named = { given: 'Clemency', family: 'Quillfeather', dateOfBirth: '2013-05-06', relations: everyone };
    const id = await arrangeNamed(hub.admin, named);
    await say(id, '2026-01-15');
    const { body } = await hub.post(senco, text('search-children'), { family: 'Quillfeather' });
    expect(body.data?.['searchChildren']).toMatchObject([{ id, diedOn: '2026-01-15', age: 12 }]);
  });
});

describe('the team around a school', () => {
  const agenda = async (): Promise<unknown> => {
    const { body } = await hub.post(senco, text('team-around-school'), { urn: place.school });
    return (body.data?.['school'] as { teamAroundSchool: { agenda: unknown } }).teamAroundSchool.agenda;
  };
  const put = (childId: string) =>
    hub.post(senco, text('add-to-agenda'), {
      ...{ schoolUrn: place.school, childId, reason: 'Waits', idempotencyKey: randomUUID() },
    });

  it('discusses no child who has died, and is told so in a sentence', async () => {
    const child = await arrange();
    expect((await put(child)).body.errors).toBeUndefined();
    expect(await agenda()).toHaveLength(1);
    await say(child, '2026-11-04');
    expect(await agenda()).toEqual([]);
    expect((await put(child)).body.errors).toMatchObject([
      { message: expect.stringContaining('A child who has died is put on no agenda'), extensions: { code: 'REFUSED' } },
    ]);
    await say(child, null);
    expect(await agenda()).toHaveLength(1);
  });
});

describe('two records that were linked', () => {
  it('share a death while they are one child; separated, the other is as if they never had been', async () => {
    const [one, two] = [await arrange(), await arrange()];
    const before = { one: await look(senco, one), two: await look(senco, two), digests: await digestsOf(hub) };
    await link(two, one);
    await say(two, '2026-11-04');
    for (const id of [one, two]) expect(await look(senco, id)).toMatchObject({ diedOn: '2026-11-04', team: [] });
    await link(two, null);
    await tell('partnership', 'child-linked', one);
    await settle(hub);
    expect(await look(senco, one)).toEqual(before.one);
    expect(await look(senco, two)).toMatchObject({ diedOn: '2026-11-04', education: { current: [] } });
    await say(two, null);
    expect(await look(senco, two)).toEqual(before.two);
    expect(await digestsOf(hub)).toEqual(before.digests);
  });

  it('show the earliest day that either gives', async () => {
    const [one, two] = [await arrange(), await arrange()];
    await say(one, '2026-11-10');
    await say(two, '2026-11-04');
    await link(two, one);
    for (const id of [one, two]) expect(await look(senco, id)).toMatchObject({ diedOn: '2026-11-04' });
    await link(two, null);
    expect(await look(senco, one)).toMatchObject({ diedOn: '2026-11-10' });
  });
});

describe('the database', () => {
  it('tells when a child died with the permit, and with no other', async () => {
    const child = await arrange();
    await say(child, '2026-11-04');
    const education = await hub.appClient(Domain.EDUCATION);
    const died = async (as: As): Promise<unknown> => {
      const { claims, tag } = await hub.voucher(as);
      const requests: OpenRequest[] = [
        {
          holder: Domain.EDUCATION,
          about: Domain.EDUCATION,
          tier: 'T2',
          act: 'READ',
          operation: 'test',
          kind: 'child',
          keys: [child],
        },
      ];
      const { rows } = await education.query(openStatement({ claims, tag }, requests));
      return [...(openedIn(rows)[0]?.verdicts ?? [])].map(([id, { diedOn }]) => [id, diedOn]);
    };
    expect(await died(senco)).toEqual([[child, '2026-11-04']]);
    expect(await died({ persona: 'senco', school: '900002' })).toEqual([]);
    await expect(education.query('select from access.death')).rejects.toMatchObject({ code: '42501' });
  });

  it('lets nobody note a death but the partnership’s own system, of a child it was opened for', async () => {
    const child = await arrange();
    const other = await arrange();
    const partnership = await hub.appClient(Domain.PARTNERSHIP);
    const note = async (minter: string, id: string) => {
      const { claims, tag } = (await hub.assembly.minter(minter)).vouchForSystem();
      const request: OpenRequest = {
        holder: Domain.PARTNERSHIP,
        about: Domain.PARTNERSHIP,
        tier: 'T1',
        act: 'WRITE',
        operation: 'note-deaths',
      };
      await partnership.query('begin');
      try {
        await partnership.query(openStatement({ claims, tag }, [{ ...request, kind: 'child', keys: [child] }]));
        await partnership.query('select access.note_deaths($1, $2)', [
          'T1',
          JSON.stringify([{ child_id: id, died_on: '2026-11-04' }]),
        ]);
      } finally {
        await partnership.query('rollback');
      }
    };
    await note('death-feed', child);
    await expect(note('death-feed', other)).rejects.toMatchObject({ code: '42501' });
    await expect(note('team-feed', child)).rejects.toMatchObject({ code: '42501' });
    const education = await hub.appClient(Domain.EDUCATION);
    await expect(education.query(`select access.note_deaths('T1', '[]')`)).rejects.toMatchObject({ code: '42501' });
  });

  it('answers the feed of deaths to systems alone', async () => {
    const document = 'query Q($ids: [ID!]!) { socialCareDeathFeed(childIds: $ids) { recordId } }';
    const answer = await hub.ask('social-care', { persona: 'social-worker' }, document, { ids: [randomUUID()] });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'REFUSED' } }]);
  });
});
