import { describe, expect, it } from '@jest/globals';
import { HealthService, WaitingStatus } from '../status.js';
import { statusAlone } from '../stored-entry.js';
import { redirectOf, takenBackBy } from './redirect.js';

const { CAMHS, SALT } = HealthService;
const { REDIRECTED, TRIAGE, REJECTED } = WaitingStatus;
const told = (to: WaitingStatus, redirectTo: HealthService | null, redirectProvider: string | null, status = to) => ({
  providerOds: 'XAC01',
  entry: { service: CAMHS, status },
  change: {
    ...{ ...statusAlone, entryId: 'e', childId: 'c', from: TRIAGE, to, effectiveOn: '2026-10-05', reason: 'There' },
    ...{ redirectTo, redirectProvider },
  },
});

describe('where a row of a file sends its child on to', () => {
  it.each([
    [SALT, 'XSL02', [SALT, 'XSL02']],
    [SALT, null, [SALT, 'XAC01']],
    [null, 'XMH03', [CAMHS, 'XMH03']],
    [CAMHS, 'XMH03', [CAMHS, 'XMH03']],
  ])('is %s of %s: what is not named stays the same', (service, provider, [to, at]) => {
    expect(redirectOf(told(REDIRECTED, service, provider))).toEqual([
      { entryId: 'e', childId: 'c', service: to, providerOds: at, on: '2026-10-05' },
    ]);
  });

  it.each([
    ['named neither', told(REDIRECTED, null, null)],
    ['named the very list', told(REDIRECTED, CAMHS, 'XAC01')],
    ['of another status', told(REJECTED, null, null)],
    ['of an entry that does not stand so', told(REDIRECTED, SALT, 'XSL02', TRIAGE)],
    ['of no step', { ...told(REDIRECTED, SALT, 'XSL02'), change: null }],
  ])('is nowhere, %s', (_, row) => {
    expect(redirectOf(row)).toEqual([]);
  });
});

describe('what a row of a file takes back', () => {
  const from = (before: WaitingStatus, to: WaitingStatus) => {
    const row = told(to, null, null);
    return takenBackBy({ ...row, change: { ...row.change, from: before } });
  };

  it('is a redirect, where the entry stands otherwise', () => {
    expect(from(REDIRECTED, TRIAGE)).toEqual([{ entryId: 'e', on: '2026-10-05' }]);
    expect(from(REDIRECTED, REJECTED)).toEqual([{ entryId: 'e', on: '2026-10-05' }]);
  });

  it('is nothing of another step, of a redirect that stays one, or of no step', () => {
    expect(from(TRIAGE, REJECTED)).toEqual([]);
    expect(from(REDIRECTED, REDIRECTED)).toEqual([]);
    expect(takenBackBy({ ...told(TRIAGE, null, null), change: null })).toEqual([]);
  });
});
