import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { idOf, protect } from '../support/counted.js';
import { testHub, type TestHub } from '../support/hub.js';
import { type Line, marked, onRoll, type Pupil, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';

const weeks = 'weeks { weekBeginning state possible attended marks { on code } }';
const question = `query Weeks($id: ID!, $from: Date!, $to: Date!) { child(id: $id) {
  education { attendance(from: $from, to: $to) { possible attendancePercent ${weeks} } }
  virtualSchool { attendanceWhile(status: CHILD_PROTECTION, from: $from, to: $to) { possible attendancePercent ${weeks} } } } }`;

interface Week {
  readonly weekBeginning: string;
  readonly state: string;
  readonly possible: number;
}
interface Told {
  readonly possible: number;
  readonly attendancePercent: number | null;
  readonly weeks: readonly Week[];
}

const [school, other, registersAlone] = ['900001', '900002', '900003'];
const [told, left, silent] = [pupil(701), pupil(702), pupil(703)];
let hub: TestHub;

const every = (of: Pupil, urn: string, monday: string, mark: string, days = [0, 1, 2, 3, 4]) =>
  days.map((at) => marked(of, urn, Temporal.PlainDate.from(monday).add({ days: at }).toString(), mark, mark));

beforeAll(async () => {
  hub = await testHub();
  await take(hub, 'school-census', [
    onRoll(told, school, '2026-09-01'),
    onRoll(told, other, '2026-09-01', '', { enrol_status: 'S' }),
    onRoll(left, school, '2026-10-07', '2026-11-04'),
    onRoll(silent, school, '2026-09-01'),
  ]);
  await take(hub, 'attendance', [
    // A week that some were marked in; one of which only Monday to Tuesday were; one closed to all.
    ...every(told, school, '2026-09-28', '/'),
    ...every(told, school, '2026-10-05', '/', [0, 1]),
    ...every(told, school, '2026-10-12', '/'),
    ...every(told, school, '2026-10-26', '#'),
    ...every(told, school, '2026-11-02', '/', [3, 4]),
    ...every(told, school, '2026-11-09', '/'),
    ...every(told, other, '2026-11-16', 'D'),
    ...every(left, school, '2026-10-19', 'I'),
    ...every(left, registersAlone, '2026-09-28', '/', [0]),
  ]);
  for (const one of [told, left, silent]) {
    await protect(hub, one);
  }
  await settle(hub);
});
afterAll(() => hub.close());

async function ask(of: Pupil, from: string, to: string): Promise<Told> {
  const { body } = await hub.post({ persona: 'virtual-school-adviser' }, question, {
    id: await idOf(hub, of),
    from,
    to,
  });
  expect(body.errors).toBeUndefined();
  const child = body.data?.['child'] as {
    education: { attendance: Told };
    virtualSchool: { attendanceWhile: Told };
  };
  expect(child.virtualSchool.attendanceWhile).toEqual(child.education.attendance);
  return child.education.attendance;
}
const statesOf = async (of: Pupil, from: string, to: string) =>
  (await ask(of, from, to)).weeks.map(({ weekBeginning, state }) => [weekBeginning, state]);

describe('a week of a register', () => {
  it('was not received where the school was open to others, and counts nowhere', async () => {
    const whole = await ask(silent, '2026-09-01', '2026-12-31');
    expect(whole).toMatchObject({ possible: 0, attendancePercent: null });
    const open = ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-11-02', '2026-11-09'];
    expect(whole.weeks).toEqual(
      open.map((weekBeginning) => ({ weekBeginning, state: 'NOT_RECEIVED', possible: 0, attended: 0, marks: [] })),
    );
  });

  it('is told of for the days on the roll alone, and not where the school marked the child', async () => {
    expect(await statesOf(left, '2026-09-01', '2026-11-20')).toEqual([
      ['2026-09-28', 'OPEN'],
      ['2026-10-12', 'NOT_RECEIVED'],
      ['2026-10-19', 'OPEN'],
    ]);
    expect(await statesOf(left, '2026-10-14', '2026-10-14')).toEqual([['2026-10-12', 'NOT_RECEIVED']]);
  });

  it('is closed where only closure was marked, and none where no school of the child marked anybody', async () => {
    expect(await statesOf(told, '2026-10-19', '2026-11-20')).toEqual([
      ['2026-10-19', 'NOT_RECEIVED'],
      ['2026-10-26', 'CLOSED'],
      ['2026-11-02', 'OPEN'],
      ['2026-11-09', 'OPEN'],
      ['2026-11-16', 'OPEN'],
    ]);
  });
});

describe('a week of a school that has a calendar', () => {
  const calendar = (kind: string, from: string, until: string): Line => ({ urn: '', area: '990', from, until, kind });

  beforeAll(async () => {
    await take(hub, 'gias', [
      {
        ...{ URN: school, 'LA (code)': '990', 'LA (name)': 'Aldermere', EstablishmentNumber: '', Postcode: '' },
        ...{
          EstablishmentName: 'Alder',
          'TypeOfEstablishment (name)': 'Community school',
          OpenDate: '',
          CloseDate: '',
        },
        ...{ 'EstablishmentStatus (name)': 'Open', 'PhaseOfEducation (name)': 'Secondary', StatutoryLowAge: '' },
        StatutoryHighAge: '',
      },
    ]);
    await take(hub, 'school-calendar', [
      calendar('TERM', '2026-09-02', '2026-12-18'),
      // Two weeks, in the first of which somebody was marked all the same; and a Monday.
      calendar('CLOSED', '2026-10-19', '2026-10-30'),
      calendar('INSET', '2026-11-09', '2026-11-09'),
    ]);
    await settle(hub);
  });

  it('is closed where the calendar has it closed all week and no mark of the child is held, as far as it was on the roll', async () => {
    expect(await statesOf(silent, '2026-09-01', '2026-12-31')).toEqual([
      ['2026-09-28', 'NOT_RECEIVED'],
      ['2026-10-05', 'NOT_RECEIVED'],
      ['2026-10-12', 'NOT_RECEIVED'],
      ['2026-10-19', 'CLOSED'],
      ['2026-10-26', 'CLOSED'],
      ['2026-11-02', 'NOT_RECEIVED'],
      ['2026-11-09', 'NOT_RECEIVED'],
    ]);
    expect(await statesOf(left, '2026-10-12', '2026-11-20')).toEqual([
      ['2026-10-12', 'NOT_RECEIVED'],
      ['2026-10-19', 'OPEN'],
      ['2026-10-26', 'CLOSED'],
    ]);
    const closed = { weekBeginning: '2026-10-26', state: 'CLOSED', possible: 0, attended: 0, marks: [] };
    expect((await ask(silent, '2026-10-28', '2026-10-28')).weeks).toEqual([closed]);
  });

  it('is none on a day on which the calendar has it closed and of the others nothing is known', async () => {
    expect(await statesOf(silent, '2026-11-09', '2026-11-09')).toEqual([]);
  });
});
