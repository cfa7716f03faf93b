import { describe, expect, it } from '@jest/globals';
import { SuspensionCategory } from '../suspension/suspension-category.js';
import { provisionChanges, type RecordedProvision } from './provision-changes.js';
import type { SuspensionSaid } from './suspension-changes.js';

const key = { recordId: 'r', urn: '900001', startedOn: '2026-11-03', category: SuspensionCategory.SUSPENSION };
const said = (supersededAt: string | null): SuspensionSaid => ({
  ...{ ...key, id: 's', schoolName: null, version: 1, sessions: 12, lunchtimes: null, cancelledOn: null },
  ...{ reinstatedOn: null, recordedAt: '2026-11-03T10:00:00Z', supersededAt },
});
const recorded = (day: number, over: Partial<RecordedProvision> = {}): RecordedProvision => ({
  ...{ ...key, id: `p${String(day)}`, inPlaceOn: `2026-11-${String(day)}`, actorName: 'The headteacher' },
  recordedAt: `2026-11-0${String(day - 6)}T10:00:00Z`,
  ...over,
});
const told = (...of: Parameters<typeof provisionChanges>) =>
  provisionChanges(...of).map(({ what, from, to, by }) => [what, from, to, by]);

describe('the changes of full-time provision', () => {
  const what = 'Full-time provision, Suspension from 3 November 2026';
  const first = [what, null, 'In place from 10 November 2026', 'The headteacher'];

  it('are from which day it is in place, as it was recorded one time after the other', () => {
    expect(told([recorded(11), recorded(10)], [said(null)])).toEqual([
      first,
      [what, 'In place from 10 November 2026', 'In place from 11 November 2026', 'The headteacher'],
    ]);
  });

  it('are none of a suspension that its school tells of no longer, nor of another', () => {
    expect(told([recorded(10)], [said('2026-11-05T10:00:00Z')])).toEqual([]);
    expect(told([recorded(10, { urn: '900002' })], [said(null)])).toEqual([]);
    expect(told([recorded(10)], [said('2026-11-05T10:00:00Z'), said(null)])).toEqual([first]);
  });
});
