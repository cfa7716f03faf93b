import { describe, expect, it } from '@jest/globals';
import { HealthService, WaitingStatus } from '../waiting-list/status.js';
import { type ChangedEntry, entryChanges } from './entry-changes.js';

const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`;
const entry = (over: Partial<ChangedEntry> = {}): ChangedEntry => ({
  ...{ id: 'e', recordId: 'r', service: HealthService.CAMHS, providerOds: 'XAC01', providerName: 'Aldermere CAMHS' },
  ...{ status: WaitingStatus.REJECTED, unnamed: false },
  history: [{ id: 7, from: null, to: WaitingStatus.REJECTED, recordedAt: at(2), by: 'file' }],
  tellings: [{ id: 7, outcome: WaitingStatus.REJECTED, toldOn: '2026-11-04', recordedAt: at(5), by: 'Sam Oduya' }],
  considered: [{ id: 7, recordedAt: at(6) }],
  ...over,
});
const told = (of: ChangedEntry) => entryChanges(of).map(({ what, from, to, by }) => [what, from, to, by]);
const considered = ['Appointments that the child was not brought to', null, 'The risk was considered', null];

describe('the changes of a wait', () => {
  it('are its steps, that the referrer was told, and that a risk was considered, each under a key of its own', () => {
    const service = 'the child and adolescent mental health service';
    expect(told(entry())).toEqual([
      [`Wait for ${service}`, null, 'Referral not accepted', 'Aldermere CAMHS'],
      [
        `What the referrer to ${service} was told`,
        ...[null, 'Referral not accepted, told on 4 November 2026', 'Sam Oduya'],
      ],
      considered,
    ]);
    expect(new Set(entryChanges(entry()).map(({ key }) => key)).size).toBe(3);
  });

  it('are not that a referrer was told where the service is not named', () => {
    expect(told(entry({ unnamed: true }))).toEqual([
      ['Wait for a health service', null, 'Referral not accepted', null],
      considered,
    ]);
  });

  it('are one alone of an entry that was entered in error', () => {
    const step = {
      id: 8,
      from: WaitingStatus.REJECTED,
      to: WaitingStatus.ENTERED_IN_ERROR,
      recordedAt: at(9),
      by: 'x',
    };
    const wrong = entry({ status: WaitingStatus.ENTERED_IN_ERROR, history: [...entry().history, step] });
    expect(told(wrong)).toEqual([['A wait for a health service was taken back', null, null, null]]);
  });
});
