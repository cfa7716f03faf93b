import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Domain } from '../../platform/vocabulary/domain.js';
import { testHub, type TestHub } from '../support/hub.js';
import { type Line, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';

const [alder, birch, far] = ['900001', '900002', '900009'];
const school = (urn: string, area: string): Line => ({
  ...{
    URN: urn,
    'LA (code)': area,
    'LA (name)': 'Aldermere',
    EstablishmentNumber: '',
    EstablishmentName: `School ${urn}`,
  },
  ...{
    'TypeOfEstablishment (name)': 'Community school',
    'EstablishmentStatus (name)': 'Open',
    OpenDate: '',
    CloseDate: '',
  },
  ...{ 'PhaseOfEducation (name)': 'Secondary', StatutoryLowAge: '', StatutoryHighAge: '', Postcode: '' },
});
const area = (kind: string, from: string, until: string): Line => ({ urn: '', area: '990', from, until, kind });
const own = (urn: string, kind: string, from: string, until = from): Line => ({ urn, area: '', from, until, kind });
const terms = [
  area('TERM', '2026-09-02', '2026-12-18'),
  area('CLOSED', '2026-10-26', '2026-10-30'),
  area('TERM', '2027-01-04', '2027-03-25'),
];

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
  await take(hub, 'gias', [school(alder, '990'), school(birch, '990'), school(far, '991')]);
  await settle(hub);
});
afterAll(() => hub.close());

/** By school, the days of some weeks on which it is open, in the owner's table and in the copy, which must agree. */
async function open(...mondays: readonly string[]): Promise<Readonly<Record<string, readonly number[]>>> {
  await settle(hub);
  const read = async (table: string): Promise<readonly [string, number[]][]> => {
    const { rows } = await hub.admin.query<{ urn: string; days: number[] }>(
      `select s.urn, array_agg(coalesce(w.open_days, -1) order by m) as days
       from education.school s cross join unnest($1::date[]) m
       left join ${table} w on w.urn = s.urn and w.week_beginning = m and w.calendar_days > 0
       group by s.urn order by s.urn`,
      [mondays],
    );
    return rows.map(({ urn, days }) => [urn, days]);
  };
  const [held, kept] = [await read('education.calendar_week'), await read('virtual_school.kept_calendar_week')];
  expect(kept).toEqual(held);
  return Object.fromEntries(held);
}

describe('the calendars of schools', () => {
  it('are taken in of an area, for all its schools, and reach the virtual school with no news of any child', async () => {
    expect(await take(hub, 'school-calendar', terms)).toMatchObject({ read: 3, written: 3, unchanged: 0 });
    const days = [24 + 4, 0, 31, 0, -1];
    expect(await open('2026-08-31', '2026-10-26', '2026-11-16', '2026-12-28', '2027-03-29')).toEqual({
      [alder]: days,
      [birch]: days,
      [far]: [-1, -1, -1, -1, -1],
    });
  });

  it('write nothing and say nothing a second time', async () => {
    const said = async (): Promise<unknown> =>
      (await hub.admin.query(`select max(seq) from education.outbox where topic <> 'source-received'`)).rows;
    const before = await said();
    expect(await take(hub, 'school-calendar', terms)).toMatchObject({ written: 0, unchanged: 3 });
    expect(await said()).toEqual(before);
  });

  it('are an area’s with a school’s own INSET days, until its next file of the year has them no longer', async () => {
    await take(hub, 'school-calendar', [own(birch, 'INSET', '2026-11-20'), own(birch, 'INSET', '2026-11-30')]);
    expect(await open('2026-11-16', '2026-11-30')).toMatchObject({ [alder]: [31, 31], [birch]: [15, 30] });
    await take(hub, 'school-calendar', [own(birch, 'INSET', '2026-11-20')]);
    expect(await open('2026-11-16', '2026-11-30')).toMatchObject({ [alder]: [31, 31], [birch]: [15, 31] });
  });

  it('are a school’s own in a year of which it names its terms, half-term and all', async () => {
    await take(hub, 'school-calendar', [own(birch, 'TERM', '2026-09-07', '2026-12-22')]);
    expect(await open('2026-08-31', '2026-10-26', '2026-12-21')).toMatchObject({
      [alder]: [28, 0, 0],
      [birch]: [-1, 31, 3],
    });
  });

  it('follow a school into another area, and out of any that has one', async () => {
    await take(hub, 'gias', [school(far, '990')]);
    expect(await open('2026-11-16')).toMatchObject({ [far]: [31] });
    await take(hub, 'gias', [school(far, '991')]);
    expect(await open('2026-11-16')).toMatchObject({ [far]: [-1] });
  });

  it('are of no school that the register does not have', async () => {
    await expect(take(hub, 'school-calendar', [own('900777', 'INSET', '2026-11-20')])).rejects.toThrow(
      /urn-not-in-register 1/,
    );
  });

  it('are written by the hub’s own systems alone', async () => {
    const client = await hub.appClient(Domain.EDUCATION);
    try {
      await expect(
        client.query(
          `insert into education.school_calendar values ('AREA', '990', 'TERM', '2026-09-02', '2026-12-18')`,
        ),
      ).rejects.toMatchObject({ code: '42501' });
      await expect(client.query(`select access.emit_of_nobody('EDUCATION', 'calendar-changed')`)).rejects.toMatchObject(
        {
          code: '42501',
        },
      );
    } finally {
      await client.end();
    }
  });
});
