import { describe, expect, it } from '@jest/globals';
import { WaitingStatus } from '../status.js';
import { statusAlone } from '../stored-entry.js';
import { restatedStep, stepOf } from './file-step.js';

const of = { entryId: 'e', childId: 'c', from: WaitingStatus.ACCEPTED_WAITING };
const booked = { status: WaitingStatus.BOOKED, statusOn: '2026-03-01', reason: null };

describe('the step that a row of a file is', () => {
  it('is its status with what it is about, and a no where nothing is said', () => {
    expect(stepOf(of, { ...booked, step: { appointmentOn: '2026-04-01', wasNotBrought: undefined } })).toEqual({
      ...{ ...of, ...statusAlone, to: 'BOOKED', effectiveOn: '2026-03-01', reason: null },
      appointmentOn: '2026-04-01',
    });
  });

  it('is put right by a correction of that very step, which keeps what is not said otherwise', () => {
    const steps = [
      { ...stepOf(of, { ...booked, reason: 'Rung', step: { appointmentOn: '2026-04-01' } }), id: 7 },
      { ...stepOf(of, { ...booked, status: WaitingStatus.ACCEPTED_WAITING, statusOn: '2026-03-05' }), id: 8 },
    ];
    const put = restatedStep(steps, booked, { properlyOffered: true });
    expect(put).toMatchObject({
      to: 'BOOKED',
      appointmentOn: '2026-04-01',
      properlyOffered: true,
      reason: 'Rung',
      corrects: 7,
    });
    expect(put).not.toHaveProperty('id');
    const [first = { id: 0 }] = steps;
    const corrected = { ...first, ...put, id: 9 } as (typeof steps)[number];
    const again = restatedStep([...steps, corrected], booked, { properlyOffered: false });
    expect(again).toMatchObject({ properlyOffered: false, appointmentOn: '2026-04-01', corrects: 9 });
  });

  it('is not put right where it counts for nothing any more', () => {
    expect(restatedStep([], booked, { properlyOffered: true })).toBeNull();
  });
});
