import { describe, expect, it } from '@jest/globals';
import type { FileEntry, UntakenWords } from '../file-said.js';
import { HealthService, WaitingStatus } from '../status.js';
import { conflictAfter } from './conflict-after.js';

const entry: FileEntry = {
  ...{ service: HealthService.CAMHS, status: WaitingStatus.BOOKED, statusOn: '2026-03-01', priority: null },
  ...{ receivedOn: '2026-01-05', nextStep: 'Group first', nextAppointmentOn: null, supportWhileWaiting: ['Drop-in'] },
  ...{ referredBy: null, clinicianName: null },
};
const said = { status: WaitingStatus.ON_HOLD, statusOn: '2026-02-20', step: {} };
const held = { ...said, reason: 'Abroad' };
const file = { entry, moved: false, untaken: null, fromFile: { ...entry, ...said } };

describe('the conflict of an entry after a file', () => {
  it('opens with what was not taken, and takes up what a further file says', () => {
    expect(conflictAfter(null, { ...file, untaken: held })).toEqual({ open: held });
    for (const nextStep of ['Assessment', null]) {
      const next = { ...file, untaken: { nextStep }, fromFile: { ...file.fromFile, nextStep } };
      expect(conflictAfter(held, next)).toEqual({ open: { ...held, nextStep } });
      expect(conflictAfter({ ...held, nextStep: 'Wait' }, next)).toEqual({ open: { ...held, nextStep } });
    }
  });

  it('ends where hub and file have come to say the same, whatever was said before, and keeps what they do not', () => {
    const before: UntakenWords = { nextStep: 'Ring', supportWhileWaiting: [] };
    expect(conflictAfter(before, file)).toEqual({ taken: 'HUB' });
    expect(conflictAfter({ ...held, ...before }, file)).toEqual({ open: held });
    expect(conflictAfter(held, { ...file, fromFile: entry })).toEqual({ taken: 'HUB' });
  });

  it('keeps a status with its day, where only the day differs', () => {
    const otherDay = { ...held, status: WaitingStatus.BOOKED };
    const next = { ...file, untaken: otherDay, fromFile: { ...file.fromFile, status: WaitingStatus.BOOKED } };
    expect(conflictAfter(null, next)).toEqual({ open: otherDay });
  });

  it('ends with a step of the file’s that is taken whole', () => {
    expect(conflictAfter(held, { ...file, moved: true })).toEqual({ taken: 'FILE' });
    expect(conflictAfter(null, { ...file, moved: true })).toBeNull();
  });

  it('stays as it was where nothing is new', () => {
    expect(conflictAfter(null, file)).toBeNull();
    expect(conflictAfter(held, file)).toBeNull();
    expect(conflictAfter(held, { ...file, untaken: held })).toBeNull();
  });
});
