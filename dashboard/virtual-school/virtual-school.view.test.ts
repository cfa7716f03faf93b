import { describe, expect, it } from '@jest/globals';
import { weekColumns } from './figures.js';
import { amongTeams, filterOf, teamsToChoose } from './list-filter.js';
import { figuresView, linesOf, sentenceOf } from './virtual-school.view.js';

type Week = Parameters<typeof linesOf>[0][number];

const week = (monday: string, attendancePercent: number | null, comparable = true): Week => ({
  ...{ key: [monday], attendancePercent, comparable, suppressed: false, children: 40 },
  ...{ persistentlyAbsentPercent: null, severelyAbsentPercent: null, suspensionsPer100: null, lostLearningDays: null },
  ...{ comparator: null },
  national: { percent: 90, of: 'Attendance', year: null, basis: 'b' },
  lastYear: { percent: 91, of: 'Attendance', year: null, basis: 'b' },
});

describe('weeks that may not be set beside others', () => {
  const groups = [week('2021-07-19', 80, false), week('2021-09-06', 88), week('2021-09-13', 89)];

  it('have nothing beside them: no line to them, no figure of another year, no difference', () => {
    expect(linesOf(groups).map(({ kind, points }) => [kind, points.map(({ percent }) => percent)])).toEqual([
      ['ours', [80, 88, 89]],
      ['national', [null, 90, 90]],
      ['last-year', [null, 91, 91]],
    ]);
    expect(linesOf(groups)[0]?.points.map(({ apart }) => apart)).toEqual([true, false, false]);
    expect(sentenceOf(groups)).toBe(
      '89.0% in the week of 13 Sep 2021, 1.0 points higher than in the week of 6 Sep 2021.',
    );
    expect(sentenceOf(groups.slice(0, 2))).toBe('88.0% in the week of 6 Sep 2021.');
    expect(sentenceOf(groups.slice(0, 1))).toBe(
      '80.0% in the week of 19 Jul 2021, which may not be set beside others.',
    );
    const told = (of: Week) => weekColumns.map(({ text }) => text(of));
    expect(groups.map((one) => told(one).slice(2))).toEqual([
      ['Not to be compared', 'Not to be compared'],
      [90, 91],
      [90, 91],
    ]);
  });

  it('are said to be so, and why, whichever of the figures they are in', () => {
    const figures = (comparable: boolean, comparableNote: string | null) => ({
      ...{ basis: 'child', asAt: null, stale: false, comparable, comparableNote, groups },
    });
    const note = (byWeek: object, thisYear: object | null) => {
      const view = figuresView({ data: { byWeek, thisYear }, faults: [] } as never);
      return view.kind === 'held' ? view.value.note : view.kind;
    };
    const why = 'Schools were open to few.';
    expect(note(figures(false, why), null)).toBe(why);
    expect(note(figures(true, null), figures(false, why))).toBe(why);
    expect(note(figures(false, null), null)).toBe('Some of these weeks may not be set beside others.');
    expect(note(figures(true, null), figures(true, null))).toBeNull();
  });
});

describe('the team of an address', () => {
  const asked = (team: string, week = '') => filterOf({ team, week }, '2026-11-23');

  it('falls back where there is no such team, and the page says so', () => {
    expect(amongTeams(asked('East'), ['East', 'West'])).toMatchObject({ team: 'East', note: null });
    expect(amongTeams(asked('North'), ['East'])).toMatchObject({
      ...{ team: null, note: 'The team in the address is not known: the children of every team are shown.' },
    });
    expect(amongTeams(asked('North', 'soon'), [])).toMatchObject({
      ...{ team: null, note: expect.stringMatching(/^The week .* The team /) as unknown },
    });
    expect(amongTeams(asked(''), ['East'])).toMatchObject({ team: null, note: null });
  });

  it('stands as it was asked where nobody could say which teams there are, and can be chosen away', () => {
    expect(amongTeams(asked('North'), null)).toMatchObject({ team: 'North', note: null });
    expect(teamsToChoose(asked('North'), null)).toEqual(['North']);
    expect(teamsToChoose(asked('East'), ['East', 'West'])).toEqual(['East', 'West']);
    expect(teamsToChoose(asked(''), null)).toEqual([]);
  });
});
