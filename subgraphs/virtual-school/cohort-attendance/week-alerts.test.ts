import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { sessionsOf } from '../../../platform/code-sets/sessions.js';
import type { RollSpan } from '../attendance/rolls.js';
import { ownWeeks } from './own-weeks.js';
import { weekAlerts } from './week-alerts.js';

const day = (days: number): string => Temporal.PlainDate.from('2026-09-28').add({ days }).toString();

/** The kinds told of each week, of marks Monday morning to Friday afternoon, week after week, a dot where there is none. */
function told(weeks: readonly string[], spells: readonly RollSpan[] = []) {
  const registers = weeks.map((codes, at) => ({
    ...{ weekBeginning: day(7 * at), schoolUrn: '900001', onRoll: null },
    codes: Array.from(codes, (code) => (code === '.' ? null : code)),
  }));
  const sessions = sessionsOf(registers);
  const alerts = weekAlerts({ sessions, weeks: ownWeeks(sessions, spells), spells, allocated: [], suspended: [] });
  return [...alerts].map(([week, of]) => [week, ...of.map(({ kind, since }) => `${kind} ${since}`)]);
}

const present = '//////////';

describe('a drop', () => {
  it('is ten points or more, exactly ten among them, below the weeks before', () => {
    expect(told([present, '/////////O'])).toEqual([[day(7), `DROP ${day(7)}`]]);
    expect(told([present, present.slice(1)])).toEqual([]);
    expect(told(['O/////////', 'O/////////', 'OO////////'])).toEqual([[day(14), `DROP ${day(14)}`]]);
    expect(told(['O/////////', present, 'O/////////'])).toEqual([]);
  });

  it('is from four calendar weeks before, and from no earlier one', () => {
    const none = '..........';
    expect(told([present, none, none, none, 'OOOOO/////'])).toEqual([[day(28), `DROP ${day(28)}`]]);
    expect(told([present, none, none, none, none, 'OOOOO/////'])).toEqual([]);
  });
});

describe('an unexplained absence', () => {
  it('is an N on two school days running, since the first; a day nobody could attend is stepped over', () => {
    expect(told(['N/##/N....'])).toEqual([[day(0), `UNEXPLAINED ${day(0)}`]]);
    expect(told(['N////N....'])).toEqual([]);
    expect(told(['........N/', 'N/........'])).toEqual([[day(7), `UNEXPLAINED ${day(4)}`]]);
  });
});

describe('a move of school', () => {
  const first: RollSpan = { schoolUrn: '900001', main: true, from: day(-30), until: day(8) };
  const second: RollSpan = { schoolUrn: '900002', main: true, from: day(8), until: null };

  it('is a main enrolment after another school’s: no subsidiary one, and no return of dates at the same school', () => {
    expect(told([], [first, second])).toEqual([[day(7), `SCHOOL_MOVE ${day(8)}`]]);
    expect(told([], [first, { ...second, main: false }])).toEqual([]);
    expect(told([], [first, { ...second, schoolUrn: first.schoolUrn }])).toEqual([]);
  });
});
