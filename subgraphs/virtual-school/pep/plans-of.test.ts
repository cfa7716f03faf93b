import { describe, expect, it } from '@jest/globals';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { pepsToMake } from './duty/peps-to-make.js';
import { unwritten } from './duty/standing-plan.js';
import type { StoredPlan } from './personal-education-plan.repository.js';
import { plansOf } from './plans-of.js';

const BORN = '2015-02-11';
const onDay = (today: string, diedOn: string | null = null) => ({ today, diedOn });
/** To be made so far, as the hub reads them: of terms that have begun. */
const toMake = (today: string, from: string, until: string | null = null) =>
  pepsToMake([{ from, until }], BORN).filter((plan) => plan.from <= today);
const written = (term: string, dueOn: string, more: Partial<StoredPlan> = {}): StoredPlan => ({
  ...unwritten,
  ...{ childId: 'c', term, dueOn, ...more },
});
const shown = (plans: ReturnType<typeof plansOf>) =>
  plans.map(({ term, initiateBy, dueOn, completedOn, state }) => [term, initiateBy, dueOn, completedOn, state]);

describe('the plans of a child', () => {
  it('are there without any file: the first by its two dates, then one a term', () => {
    const first = ['2026/27 Autumn', '2026-11-16', '2026-11-30', null];
    const { DUE_SOON, BREACHED, ON_TRACK } = ClockState;
    const on = (today: string) => shown(plansOf([], toMake(today, '2026-11-02'), onDay(today)));
    expect(on('2026-11-02')).toEqual([[...first, ON_TRACK]]);
    expect(on('2026-11-30')).toEqual([[...first, DUE_SOON]]);
    expect(on('2027-01-04')).toEqual([
      ['2026/27 Spring', null, '2027-03-31', null, ON_TRACK],
      [...first, BREACHED],
    ]);
  });

  it('are due when the file says, the first no later than the statute', () => {
    const today = '2027-02-01';
    const files = [
      written('2026/27 Autumn', '2026-12-18', { completedOn: '2026-12-01' }),
      written('2026/27 Spring', '2027-03-05'),
    ];
    expect(shown(plansOf(files, toMake(today, '2026-11-02'), onDay(today)))).toEqual([
      ['2026/27 Spring', null, '2027-03-05', null, ClockState.ON_TRACK],
      ['2026/27 Autumn', '2026-11-16', '2026-11-30', '2026-12-01', ClockState.BREACHED],
    ]);
  });

  it('have their first under the term in which care began, where the file tells of it there', () => {
    const today = '2027-01-04';
    const file = written('2026/27 Autumn', '2027-01-20', { completedOn: '2026-12-18' });
    expect(shown(plansOf([file], toMake(today, '2026-12-10'), onDay(today)))).toEqual([
      ['2026/27 Autumn', '2026-12-24', '2027-01-12', '2026-12-18', ClockState.STOPPED],
    ]);
    expect(plansOf([], toMake(today, '2026-12-10'), onDay(today))).toMatchObject([{ term: '2026/27 Spring' }]);
  });

  it('begin anew when a child returns to care: what was done before is no first plan', () => {
    const today = '2026-11-20';
    const before = written('2026/27 Autumn', '2026-09-29', { completedOn: '2026-09-28' });
    expect(shown(plansOf([before], toMake(today, '2026-11-02'), onDay(today)))).toEqual([
      ['2026/27 Autumn', '2026-11-16', '2026-11-30', null, ClockState.DUE_SOON],
      ['2026/27 Autumn', null, '2026-09-29', '2026-09-28', ClockState.STOPPED],
    ]);
  });

  it('owe nothing that was not yet due when care ended, and go on owing what was', () => {
    const today = '2026-12-20';
    expect(plansOf([], toMake(today, '2026-11-02', '2026-11-30'), onDay(today))).toEqual([]);
    const late = plansOf([], toMake(today, '2026-11-02', '2026-12-02'), onDay(today));
    expect(shown(late)).toMatchObject([['2026/27 Autumn', '2026-11-16', '2026-11-30', null, ClockState.BREACHED]]);
    const begun = written('2026/27 Autumn', '2026-11-30');
    expect(plansOf([begun], toMake(today, '2026-11-02', '2026-11-20'), onDay(today))).toMatchObject([
      { state: ClockState.STOPPED },
    ]);
  });

  it('owe nothing that was not yet due when the child died', () => {
    expect(plansOf([], toMake('2026-12-20', '2026-11-02'), onDay('2026-12-20', '2026-11-30'))).toEqual([]);
    expect(plansOf([], toMake('2026-12-20', '2026-11-02'), onDay('2026-12-20', '2026-12-01'))).toHaveLength(1);
  });
});
