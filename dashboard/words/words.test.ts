import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { filterOf } from '../virtual-school/list-filter.js';
import { nothingText, sentenceOf, weekText } from '../virtual-school/virtual-school.view.js';
import { waitingFilter } from '../waiting-list/list-filter.js';
import { counted, words } from './codes.js';
import {
  dayText,
  isDay,
  mondayOf,
  monthsWithin,
  monthText,
  schoolYearOf,
  sundayOf,
  termOf,
  timeText,
  weeksFrom,
} from './dates.js';
import { nameText } from './names.js';

describe('days', () => {
  it('are said as people say them, by the clock in England', () => {
    expect(dayText('2026-11-02')).toBe('2 Nov 2026');
    expect(timeText('2026-11-24T06:10:00.000Z')).toBe('24 Nov 2026, 6:10am');
    expect(timeText('2026-07-24T11:05:00.000Z')).toBe('24 Jul 2026, 12:05pm');
    expect(timeText('2026-07-23T23:30:00.000Z')).toBe('24 Jul 2026, 12:30am');
  });

  it('have a Monday and a Sunday, over the turn of a year too', () => {
    expect([mondayOf('2027-01-01'), sundayOf('2027-01-01')]).toEqual(['2026-12-28', '2027-01-03']);
    expect(mondayOf('2026-12-28')).toBe('2026-12-28');
    expect(weeksFrom('2026-12-28', -1)).toBe('2026-12-21');
  });

  it('are of a month, a term and a school year as a calendar counts them', () => {
    const anyDay = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2110-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(anyDay, fc.nat(800), fc.nat(6), (day, length, before) => {
        const days = Array.from({ length }, (_, at) => Temporal.PlainDate.from(day).add({ days: at }));
        const to = days.at(-1)?.toString() ?? weeksFrom(day, -1);
        const starts = days.filter((each) => each.day === 1);
        expect(monthsWithin(day, to)).toEqual(starts.map(String));
        expect(starts.map((each) => monthText(each.toString()))).toEqual(
          starts.map((each) =>
            each.toLocaleString('en', each.month === 1 ? { month: 'short', year: 'numeric' } : { month: 'short' }),
          ),
        );
        // A school year is named by the day eight months before: it begins with September.
        const begins = Temporal.PlainDate.from(day).with({ day: 1 }).subtract({ years: before, months: 8 }).year;
        expect(schoolYearOf(day, before)).toBe(`${begins}/${String(begins + 1).slice(2)}`);
        expect(termOf(day).slice(0, 7)).toBe(schoolYearOf(day));
      }),
    );
    expect(['2026-12-31', '2027-01-01', '2027-04-01', '2027-08-31'].map(termOf)).toEqual([
      ...['2026/27 Autumn', '2026/27 Spring', '2026/27 Summer', '2026/27 Summer'],
    ]);
  });

  it.each(['2026-02-30', '2026-2-3', '', 'soon', '20261102', '2026-11-02T00:00'])('are not %p', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('words', () => {
  it('are plain', () => {
    expect([words('ACCEPTED_WAITING'), words('CAMHS')]).toEqual(['Accepted and waiting', 'Mental health (CAMHS)']);
    expect([counted(1, 'child', 'children'), counted(0, 'child', 'children')]).toEqual(['1 child', '0 children']);
    expect(nameText({ given: 'Tamsin', family: 'Adeyemi' })).toBe('Tamsin Adeyemi');
    expect([nameText(null), nameText({ given: null, family: null })]).toEqual(['Name not known', 'Name not known']);
  });
});

describe('an address', () => {
  it('that asks for what there is not falls back, and says so', () => {
    expect(filterOf({ cohort: 'LAC', week: 'soon' }, '2026-11-16')).toMatchObject({
      ...{ cohort: 'ON_PLAN', listed: null, week: '2026-11-16' },
      note: 'The group in the address is not known: children on plans are shown. The week in the address is no date: the last whole week is shown.',
    });
    expect(filterOf({ cohort: 'CHILD_PROTECTION', week: '2026-11-04', team: 'North' }, '2026-11-16')).toEqual({
      ...{ cohort: 'CHILD_PROTECTION', listed: 'CHILD_PROTECTION', week: '2026-11-02', team: 'North', note: null },
    });
    expect(waitingFilter({ service: 'HEALTH_SERVICE', status: 'DISCHARGED' })).toEqual({
      ...{ service: null, status: null, past: false, note: 'A part of the address is not known and was left out.' },
    });
    expect(waitingFilter({ service: 'SALT', status: 'BOOKED', past: 'yes' })).toEqual({
      ...{ service: 'SALT', status: 'BOOKED', past: true, note: null },
    });
  });
});

describe('the sentence of figures', () => {
  const group = (week: string, attendancePercent: number | null) =>
    ({ key: [week], attendancePercent, comparable: true }) as never;

  it('says what moved, and by how much', () => {
    expect(sentenceOf([group('2026-09-07', 89.72), group('2026-09-14', null), group('2026-11-16', 85.41)])).toBe(
      '85.4% in the week of 16 Nov 2026, 4.3 points lower than in the week of 7 Sep 2026.',
    );
    expect(sentenceOf([group('2026-09-07', 90), group('2026-11-16', 90.01)])).toBe(
      '90.0% in the week of 16 Nov 2026, as in the week of 7 Sep 2026.',
    );
    expect(sentenceOf([group('2026-11-16', 90)])).toBe('90.0% in the week of 16 Nov 2026.');
  });

  it('says that nothing is told, where nothing is', () => {
    expect(sentenceOf([])).toBe('Of no week is a figure told.');
    expect(sentenceOf([group('2026-09-07', null)])).toBe('Of no week is a figure told.');
  });
});

describe('a child’s week in the list', () => {
  const of = (...states: string[]) => states.map((state) => ({ state }));

  it('is closed, not received, or counted', () => {
    expect(weekText({ attended: 0, possible: 0 }, of('OPEN', 'CLOSED'))).toBe('School closed');
    expect(weekText({ attended: 0, possible: 0 }, of('OPEN', 'NOT_RECEIVED'))).toBe('Not received');
    expect(weekText(null, [])).toBe('Not received');
    expect(weekText({ attended: 0, possible: 10 }, of('OPEN'))).toBe('0 of 10');
  });

  it('in which nothing stands out is not one of which nothing is known', () => {
    expect(nothingText(of('OPEN', 'NOT_RECEIVED'))).toBe('Nothing stands out');
    expect(nothingText(of('NOT_RECEIVED', 'NOT_RECEIVED'))).toBe('No register was received');
  });
});
