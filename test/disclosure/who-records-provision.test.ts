import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { Domain } from '../../platform/vocabulary/domain.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { asking, openUnit, undone } from '../support/opening.js';
import { marked, onRoll, pupil, suspended, take } from '../support/partner-files.js';
import { recordId } from '../support/sight.js';

const school: As = { persona: 'senco' };
const council: As = { persona: 'send-officer' };
const officer: As = { persona: 'exclusions-officer' };

let hub: TestHub;
let education: Client;
let child: string;

beforeAll(async () => {
  hub = await testHub();
  education = await hub.appClient(Domain.EDUCATION);
  const of = pupil(1);
  await take(hub, 'school-census', [onRoll(of, '900001', '2026-09-02')]);
  await take(hub, 'attendance', [marked(of, '900001', '2026-11-02', '/', 'E')]);
  await take(hub, 'suspensions', [
    suspended(of, '900001', '2026-11-09', '4'),
    suspended(of, '900001', '2026-11-16', '', { category: 'PERM' }),
    suspended(of, '900001', '2026-10-05', '', { category: 'LNCH', lunchtimes: '2' }),
  ]);
  child = await recordId(hub, 'school-census:900001', of.upn);
  await hub.admin.query(
    `insert into access.relationship values ($1, 'org:990', 'RESIDENCE', 'test', tstzrange('2026-01-01', null))`,
    [child],
  );
});
afterAll(() => hub.close());

/** How many rows a statement touched in a unit opened to write of the child; its SQLSTATE where it was refused. */
async function touched(as: As, statement: string): Promise<number | string> {
  const voucher = await hub.voucher(as);
  let found: number | string = -1;
  await undone(education, async () => {
    await openUnit(education, voucher, [asking(Domain.EDUCATION, [child], { act: 'WRITE' })]);
    try {
      found = (await education.query(statement)).rowCount ?? 0;
    } catch (error) {
      found = (error as { code: string }).code;
    }
  });
  return found;
}

const provision = (category: string, actor: string, org: string, urn = '900001', on = `s.started_on`): string =>
  `insert into education.suspension_provision (child_id, urn, started_on, category, in_place_on, provider, actor,
     actor_name, actor_role, actor_org)
   select s.child_id, '${urn}', ${on}, s.category, '2026-11-20', 'x', '${actor}', 'x', 'x', '${org}'
   from education.suspension s where s.category = '${category}'`;

describe('whoever may record provision is permitted to write of the child', () => {
  it('and adds it for what their own organisation owes, in their own name', async () => {
    expect(await touched(school, provision('SUSPENSION', 'senco.900001', '900001'))).toBe(1);
    expect(await touched(council, provision('PERMANENT', 'sendo-001', '990'))).toBe(1);
    expect(await touched(officer, provision('PERMANENT', 'excl-001', '990'))).toBe(1);
  });

  it.each([
    ['what the council owes, as a school', school, provision('PERMANENT', 'senco.900001', '900001')],
    ['what a school owes, as the council', council, provision('SUSPENSION', 'sendo-001', '990')],
    ['what a school owes, as its exclusions officer', officer, provision('SUSPENSION', 'excl-001', '990')],
    ['what nobody owes', school, provision('LUNCHTIME', 'senco.900001', '900001')],
    ['another’s word', school, provision('SUSPENSION', 'senco.900002', '900001')],
    ['another organisation’s', school, provision('SUSPENSION', 'senco.900001', '900002')],
    ['another school’s suspension', school, provision('SUSPENSION', 'senco.900001', '900001', '900002')],
    [
      'a suspension that there is not',
      school,
      provision('SUSPENSION', 'senco.900001', '900001', '900001', `date '2026-11-10'`),
    ],
  ])('and does not add it for %s', async (_, as, statement) => {
    expect(await touched(as, statement)).toBe('42501');
  });

  it('and an attendance officer is not', async () => {
    const attendance: As = { persona: 'attendance-officer' };
    expect(await touched(attendance, provision('PERMANENT', 'att-001', '990'))).toBe(0);
  });

  it('and changes nothing that anybody told', async () => {
    expect(await touched(school, 'update education.suspension set superseded_at = now()')).toBe(0);
    expect(await touched(school, `update education.enrolment set left_on = '2026-11-01'`)).toBe(0);
    expect(await touched(school, 'update education.attendance_week set marks = marks')).toBe(0);
    expect(await touched(school, 'update education.suspension_provision set provider = provider')).toBe('42501');
    expect(await touched(school, 'delete from education.suspension_provision')).toBe('42501');
    expect(await touched(school, `update education.attendance_correction set was = 'O'`)).toBe('42501');
    expect(await touched(school, 'delete from education.attendance_correction')).toBe('42501');
  });

  it.each([
    [
      'a suspension',
      `insert into education.suspension (id, child_id, urn, started_on, category, version, recorded_at)
       select gen_random_uuid(), child_id, urn, '2026-11-20', category, 1, now() from education.suspension limit 1`,
    ],
    [
      'a roll',
      `insert into education.enrolment (id, child_id, urn, entry_on, status)
       select gen_random_uuid(), child_id, '900009', '2026-11-20', 'CURRENT' from education.enrolment limit 1`,
    ],
    [
      'a register',
      `insert into education.attendance_week (enrolment_id, child_id, week_beginning, marks)
       select enrolment_id, child_id, '2026-11-09', marks from education.attendance_week limit 1`,
    ],
    [
      'a correction of a mark',
      `insert into education.attendance_correction (id, child_id, enrolment_id, urn, session_on, session, was, became, file, recorded_at)
       select gen_random_uuid(), child_id, enrolment_id, '900001', '2026-11-09', 'AM', 'N', 'I', 'a.csv', now()
       from education.attendance_week limit 1`,
    ],
  ])('and adds no %s', async (_, statement) => {
    expect(await touched(school, statement)).toBe('42501');
  });
});
