import { describe, expect, it } from '@jest/globals';
import { SuspensionCategory } from '../suspension/suspension-category.js';
import { suspensionChanges, type SuspensionSaid } from './suspension-changes.js';

const said = (version: number, over: Partial<SuspensionSaid> = {}): SuspensionSaid => ({
  ...{ id: `s${String(version)}`, recordId: 'r', urn: '900001', schoolName: 'Testcase Primary', version },
  ...{ startedOn: '2026-11-03', category: SuspensionCategory.SUSPENSION, sessions: 4, lunchtimes: null },
  ...{
    cancelledOn: null,
    reinstatedOn: null,
    recordedAt: `2026-11-0${String(version + 3)}T10:00:00Z`,
    supersededAt: null,
  },
  ...over,
});
const told = (...of: readonly SuspensionSaid[]) => suspensionChanges(of).map(({ what, from, to }) => [what, from, to]);
const what = 'Suspension from 3 November 2026';

describe('the changes of a suspension', () => {
  it('are what its school said, one after the other, and none where it says the same', () => {
    const first = said(1, { supersededAt: '2026-11-05T10:00:00Z' });
    const second = said(2, { sessions: 6, supersededAt: '2026-11-06T10:00:00Z' });
    const third = said(3, { sessions: 6, cancelledOn: '2026-11-05' });
    expect(told(third, first, second)).toEqual([
      [what, null, '4 sessions'],
      [what, '4 sessions', '6 sessions'],
      [what, '6 sessions', '6 sessions, cancelled on 5 November 2026'],
    ]);
    expect(told(first, said(2))).toEqual([[what, null, '4 sessions']]);
  });

  it('are that it was taken back, where its school says of it no longer', () => {
    expect(told(said(1, { supersededAt: '2026-11-05T10:00:00Z' }))).toEqual([
      ['A suspension or exclusion was taken back', null, null],
    ]);
  });

  it('say of each kind what it is', () => {
    expect(told(said(1, { category: SuspensionCategory.PERMANENT, sessions: null }))).toEqual([
      ['Permanent exclusion from 3 November 2026', null, 'For good'],
    ]);
    expect(told(said(1, { category: SuspensionCategory.LUNCHTIME, sessions: null, lunchtimes: 1 }))[0]?.[2]).toBe(
      '1 lunchtime',
    );
  });
});
