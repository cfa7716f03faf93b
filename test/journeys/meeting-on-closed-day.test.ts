import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { arrangeMeeting, meetingOn as today, subjectAs } from '../support/meeting-table.js';
import { type Line, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';

const senco: As = { persona: 'senco' };
const elsewhere: As = { persona: 'senco', school: '900002' };
const closed = { code: 'INVALID_INPUT', because: 'meetingOn must be a day on which the school is open.' };
const [monday, tuesday] = ['2026-11-23', '2026-11-24'];

const area = (kind: string, from: string, until: string): Line => ({ urn: '', area: '990', from, until, kind });
const own = (kind: string, on: string): Line => ({ urn: place.school, area: '', from: on, until: on, kind });
const terms = [
  area('TERM', '2026-09-02', '2026-12-18'),
  area('CLOSED', '2026-10-26', '2026-10-30'),
  area('TERM', '2027-01-04', '2027-03-25'),
];

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
  await arrangeMeeting(hub);
  await hub.admin.query(
    `insert into education.school (urn, name, type, status, local_authority_code, local_authority_name)
     values ('900002', 'Testcase Secondary', 'Community school', 'Open', '990', 'Aldermere')`,
  );
});

afterAll(() => hub.close());

const said = (name: string): string => operations().find((operation) => operation.name === name)?.text ?? '';

async function calendar(...lines: readonly Line[]): Promise<void> {
  await take(hub, 'school-calendar', lines);
  await settle(hub);
}

/** For which day a child is put on the agenda, of those asked for; or how it is refused. */
async function put(meetingOn: string | null = null, as = senco) {
  const schoolUrn = as.school ?? place.school;
  const childId = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${schoolUrn}` }]);
  const given = { schoolUrn, childId, reason: 'Attendance', meetingOn, idempotencyKey: randomUUID() };
  const { body } = await hub.post(as, said('add-to-agenda'), given);
  const [error] = body.errors ?? [];
  const { rows } = await hub.admin.query<{ day: string }>(
    'select meeting_on::text as day from partnership.agenda_item where child_id = $1',
    [childId],
  );
  if (!error) return rows[0]?.day;
  expect(rows).toEqual([]);
  return { code: error.extensions.code, because: error.message };
}

async function pack(meetingOn: string) {
  const given = { schoolUrn: place.school, meetingOn, members: [subjectAs(senco)] };
  const { body } = await hub.post(senco, said('meeting-pack'), given);
  const [error] = body.errors ?? [];
  if (error) return { code: error.extensions.code, because: error.message };
  return (body.data?.['meetingPack'] as { items: unknown[] }).items.length;
}

describe('a meeting of the team around a school', () => {
  it('is on any weekday that is no bank holiday, where no calendar of the school is held', async () => {
    expect(await put()).toBe(today);
    expect(await put(monday)).toBe(monday);
    expect(await put('2026-12-28')).toEqual(closed);
    expect(await pack(today)).toBe(3);
  });

  it('is not on an INSET day, a closed day or in a holiday of its school’s calendar', async () => {
    await calendar(...terms, own('INSET', monday), own('CLOSED', '2026-12-01'), own('INSET', today));
    for (const day of [today, monday, '2026-12-01', '2026-12-21', '2027-01-01']) expect(await put(day)).toEqual(closed);
    expect(await put(tuesday)).toBe(tuesday);
    expect(await pack(today)).toEqual(closed);
  });

  it('is, where no day is given, on the next on which the school is open', async () => {
    expect(await put()).toBe(tuesday);
  });

  it('is on a day of which the calendar does not speak, and on another school’s closed day', async () => {
    expect(await put('2027-05-10')).toBe('2027-05-10');
    expect(await put(monday, elsewhere)).toBe(monday);
    expect(await put('2026-12-21', elsewhere)).toEqual(closed);
  });

  it('is on a day again that is closed no longer', async () => {
    await calendar(own('CLOSED', '2026-12-01'));
    expect(await put()).toBe(today);
    expect(await put(monday)).toBe(monday);
    expect(await put('2026-12-01')).toEqual(closed);
    expect(await pack(today)).toBeGreaterThan(1);
  });

  it('is held to a copy that comes back by itself', async () => {
    const kept = async (): Promise<readonly unknown[]> =>
      (await hub.admin.query<object>('select * from partnership.kept_calendar_week order by urn, week_beginning')).rows;
    const before = await kept();
    expect(before.length).toBeGreaterThan(20);
    await hub.admin.query('delete from partnership.kept_calendar_week');
    expect(await put('2026-12-01')).toBe('2026-12-01');
    await settle(hub);
    expect(await kept()).toEqual(before);
    expect(await put('2026-12-01')).toEqual(closed);
  });
});
