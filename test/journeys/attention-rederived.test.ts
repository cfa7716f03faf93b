import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeChild } from '../support/arrange.js';
import { settledAttention } from '../support/attention-facts.js';
import { idOf } from '../support/counted.js';
import { testHub, type TestHub } from '../support/hub.js';
import { type Line, listed, marked, onRoll, pupil, suspended, take } from '../support/partner-files.js';

const [alder, birch] = ['900001', '900002'];
const school = (urn: string, name = `School ${urn}`): Line => ({
  ...{ URN: urn, 'LA (code)': '990', 'LA (name)': 'Aldermere', EstablishmentNumber: '', EstablishmentName: name },
  ...{ 'TypeOfEstablishment (name)': 'Community school', 'EstablishmentStatus (name)': 'Open' },
  ...{ OpenDate: '', CloseDate: '', 'PhaseOfEducation (name)': 'Secondary', StatutoryLowAge: '' },
  ...{ StatutoryHighAge: '', Postcode: '' },
});
const inset = (on: string): Line => ({ urn: alder, area: '', from: on, until: on, kind: 'INSET' });
const term: Line = { urn: '', area: '990', from: '2026-09-02', until: '2026-12-18', kind: 'TERM' };
const standard = (limit: string): Line => ({
  ...{ service: 'CAMHS', provider_ods: 'XAC01', kind: 'LOCAL', limit_days: limit, warning_days: '7' },
  ...{ from: '2026-09-01', until: '', source: 'A test’s.' },
});
const [away, elsewhere, waits, schoolmate] = [pupil(1), pupil(2), pupil(3), pupil(4)];

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
  await take(hub, 'gias', [school(alder), school(birch)]);
  await take(hub, 'school-census', [
    ...[away, waits, schoolmate].map((of) => onRoll(of, alder, '2026-09-02')),
    onRoll(elsewhere, birch, '2026-09-02'),
  ]);
});
afterAll(() => hub.close());

/** Of a kind, the days on which each fact of the pupil needs attention; all facts are what they are made from nothing. */
async function days(of: ReturnType<typeof pupil>, kind: string): Promise<string[]> {
  const facts = await settledAttention(hub);
  const child = await idOf(hub, of);
  return facts
    .filter((one) => one.child === child && one.kind === kind)
    .map(({ from, until }) => `${from} ${until ?? 'on'}`);
}

describe('what needs attention, where what it follows from is no child’s own', () => {
  it('is counted anew when a school’s calendar tells of days it is not open, and when it takes that back', async () => {
    await take(hub, 'suspensions', [
      suspended(away, alder, '2026-11-16', '12'),
      suspended(elsewhere, birch, '2026-11-16', '12'),
    ]);
    // Six school days from Monday: to Monday week, on which provision is due.
    expect(await days(away, 'SUSPENSION')).toEqual(['2026-11-16 2026-11-24']);
    expect(await days(away, 'SIXTH_DAY_WITHOUT_PROVISION')).toEqual(['2026-11-23 2026-11-24']);
    await take(hub, 'school-calendar', [term, inset('2026-11-19'), inset('2026-11-20')]);
    expect(await days(away, 'SUSPENSION')).toEqual(['2026-11-16 2026-11-26']);
    expect(await days(away, 'SIXTH_DAY_WITHOUT_PROVISION')).toEqual(['2026-11-25 2026-11-26']);
    expect(await days(elsewhere, 'SUSPENSION')).toEqual(['2026-11-16 2026-11-24']);
    await take(hub, 'school-calendar', [inset('2026-11-19')]);
    expect(await days(away, 'SUSPENSION')).toEqual(['2026-11-16 2026-11-25']);
  });

  it('is counted anew when other pupils’ registers tell on which days the school was open', async () => {
    const of = pupil(5);
    await take(hub, 'school-census', [onRoll(of, birch, '2025-09-01'), onRoll(pupil(6), birch, '2025-09-01')]);
    await take(hub, 'suspensions', [suspended(of, birch, '2026-06-10', '4')]);
    const marks = (...on: readonly string[]): Line[] => on.map((date) => marked(pupil(6), birch, date, '/', '\\'));
    expect(await days(of, 'SUSPENSION')).toEqual(['2026-06-10 2026-06-12']);
    // Between two days that were marked, one that was not was no school day.
    await take(hub, 'attendance', marks('2026-06-09', '2026-06-10', '2026-06-12', '2026-06-15'));
    expect(await days(of, 'SUSPENSION')).toEqual(['2026-06-10 2026-06-13']);
    await take(hub, 'attendance', marks('2026-06-11'));
    expect(await days(of, 'SUSPENSION')).toEqual(['2026-06-10 2026-06-12']);
  });

  it('is measured anew when the standard of a wait is set, and set otherwise', async () => {
    await take(hub, 'waiting-list', [listed(waits, 'ACCEPTED_WAITING')]);
    expect(await days(waits, 'WAIT_PAST_STANDARD')).toEqual(['2026-10-06 on']);
    await take(hub, 'waiting-standards', [standard('60')]);
    expect(await days(waits, 'WAIT_PAST_STANDARD')).toEqual(['2026-11-07 on']);
    await take(hub, 'waiting-standards', [standard('90')]);
    expect(await days(waits, 'WAIT_PAST_STANDARD')).toEqual(['2026-12-07 on']);
  });

  it('is missed of plans of education from the first term on that any file tells of', async () => {
    const child = await arrangeChild(hub.admin);
    await hub.admin.query('delete from virtual_school.pep');
    await hub.admin.query(
      `update social_care.status_interval set status = 'LOOKED_AFTER', held_from = '2025-09-01' where child_id = $1`,
      [child],
    );
    for (const [schema, topic] of [
      ['social_care', 'involvement-changed'],
      ['health', 'waiting-list-entry-changed'],
    ] as const)
      await hub.admin.query(`insert into ${schema}.outbox (topic, child_id) values ($1, $2)`, [topic, child]);
    const missed = async (): Promise<string[]> =>
      (await settledAttention(hub))
        .filter((one) => one.child === child && one.kind === 'PEP_OVERDUE')
        .map(({ from, until }) => `${from} ${until ?? 'on'}`)
        .slice(0, 3);
    // The first plan alone, within the term of its review: of later ones no term is known in which files told of any.
    expect(await missed()).toEqual(['2025-09-30 2026-01-01']);
    const filed = (term: string): Line => ({
      ...{ la_code: '990', la_child_id: 'C1', upn: waits.upn, surname: waits.surname, forename: waits.forename },
      ...{
        dob: waits.dob,
        term,
        due_on: '2026-06-12',
        completed_on: '2026-06-10',
        quality: 'GREEN',
        pupil_premium_plus_pence: '',
      },
    });
    await take(hub, 'peps', [filed('2025/26 SUM')]);
    expect(await missed()).toEqual(['2025-09-30 2026-01-01', '2026-09-01 2033-09-01', '2027-01-01 2033-09-01']);
    await take(hub, 'peps', [filed('2025/26 SPR')]);
    expect(await missed()).toEqual(['2025-09-30 2026-01-01', '2026-04-01 2033-09-01', '2026-09-01 2033-09-01']);
  });

  it('names schools as they are called now', async () => {
    await take(hub, 'school-census', [onRoll(schoolmate, alder, '2026-09-02', '2026-11-13')]);
    await take(hub, 'school-census', [onRoll(schoolmate, birch, '2026-11-16')]);
    const told = async (): Promise<string[]> =>
      (await settledAttention(hub)).filter(({ kind }) => kind === 'SCHOOL_MOVE').map(({ fact }) => fact);
    expect(await told()).toEqual([
      'Moved from School 900001 to School 900002, on whose roll the child is from 16 November 2026.',
    ]);
    await take(hub, 'gias', [school(alder, 'Alder Bank'), school(birch)]);
    expect(await told()).toEqual([
      'Moved from Alder Bank to School 900002, on whose roll the child is from 16 November 2026.',
    ]);
  });

  it('names a school of a roll that came before the register of schools did', async () => {
    const [of, late] = [pupil(7), '900003'];
    await take(hub, 'school-census', [onRoll(of, alder, '2026-09-02', '2026-11-06')]);
    await take(hub, 'school-census', [onRoll(of, late, '2026-11-09')]);
    const child = await idOf(hub, of);
    const told = async (): Promise<string[]> =>
      (await settledAttention(hub))
        .filter((one) => one.child === child && one.kind === 'SCHOOL_MOVE')
        .map(({ fact }) => fact);
    expect(await told()).toEqual([expect.stringContaining('to the school with the number 900003,')]);
    await take(hub, 'gias', [school(late, 'Testcase Heights')]);
    expect(await told()).toEqual([expect.stringContaining('to Testcase Heights,')]);
  });
});
