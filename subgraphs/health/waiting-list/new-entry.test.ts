import { describe, expect, it } from '@jest/globals';
import { referred, sentOn } from './new-entry.js';
import { HealthService, WaitingStatus } from './status.js';
import type { WaitingListEntryRow } from './waiting-list-entry.row.js';

const referral = {
  ...{ childId: 'child', service: HealthService.SALT, providerId: 'ZQ1', receivedOn: '2026-03-02' },
  ...{ priority: 'URGENT' as const, referredBy: 'The SENCO' },
};
const first = referred(
  'one',
  { ...referral, childVoice: 'I want to be understood.', parentVoice: null },
  { org: '900001', sub: 'senco.900001', by: 'Sam Oduya' },
);

describe('the entry that a referral begins', () => {
  it('is received on its day, in the words it came with, and is who referred', () => {
    expect(first).toMatchObject({
      ...{
        id: 'one',
        childId: 'child',
        service: 'SALT',
        providerOds: 'ZQ1',
        status: WaitingStatus.REFERRED,
        version: 1,
      },
      ...{
        receivedOn: '2026-03-02',
        statusOn: '2026-03-02',
        priority: 'URGENT',
        childVoice: 'I want to be understood.',
      },
      ...{ referredBy: 'The SENCO', referredByOrg: '900001', referredByPerson: 'senco.900001', changedBy: 'Sam Oduya' },
    });
  });

  it('says nothing of what the provider plans, and is kept from nobody', () => {
    const { clinicianName, nextStep, nextAppointmentOn, supportWhileWaiting, confidential, continuesFrom, fromFile } =
      first;
    expect([clinicianName, nextStep, nextAppointmentOn, continuesFrom, fromFile]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([supportWhileWaiting, confidential]).toEqual([[], false]);
  });

  it('has a reference that no provider’s own is the same as', () => {
    const other = referred('two', referral, { org: '900001', sub: 's', by: 'S' });
    expect([first.entryRef, other.entryRef]).toEqual(['hub-one', 'hub-two']);
  });
});

describe('the entry by which a redirected child waits on', () => {
  const held = {
    ...{ ...first, changedAt: null, status: WaitingStatus.REDIRECTED, statusOn: '2026-05-04', version: 4 },
    ...{ nextStep: 'Clinic rings', nextAppointmentOn: '2026-06-01', clinicianName: 'Imre Valdez', fromFile: null },
    ...{ supportWhileWaiting: ['Advice line'], baselineOutcomeOn: '2026-04-01', carePlanOn: '2026-04-02' },
    ...{ confidential: true, ageAtReferral: 9, sex: 'F', ethnicity: 'A', referralSource: 'A1' },
  } satisfies WaitingListEntryRow;
  const onward = { service: HealthService.OCCUPATIONAL_THERAPY, providerOds: 'ZQ2', on: '2026-05-05' };
  const next = sentOn('next', held, onward, 'Clinician');

  it('keeps the day the first referral was received, who referred, in whose words, and the wish to keep it', () => {
    expect(next).toMatchObject({
      ...{ id: 'next', childId: 'child', service: 'OCCUPATIONAL_THERAPY', providerOds: 'ZQ2', entryRef: 'hub-next' },
      ...{ receivedOn: '2026-03-02', statusOn: '2026-05-05', status: WaitingStatus.REFERRED, continuesFrom: 'one' },
      ...{ referredBy: 'The SENCO', referredByOrg: '900001', childVoice: 'I want to be understood.', version: 1 },
      ...{ supportWhileWaiting: ['Advice line'], confidential: true, changedBy: 'Clinician' },
      ...{ ageAtReferral: 9, sex: 'F', ethnicity: 'A', referralSource: 'A1' },
    });
  });

  it('keeps nothing of what the first service planned or did, nor who named that service', () => {
    const { nextStep, nextAppointmentOn, clinicianName, baselineOutcomeOn, carePlanOn, priority, referredByPerson } =
      next;
    expect([nextStep, nextAppointmentOn, clinicianName, baselineOutcomeOn, carePlanOn, priority]).toEqual(
      Array.from({ length: 6 }, () => null),
    );
    expect(referredByPerson).toBeNull();
  });
});
