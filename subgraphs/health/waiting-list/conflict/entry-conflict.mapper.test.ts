import { describe, expect, it } from '@jest/globals';
import { HealthService, WaitingStatus } from '../status.js';
import { toConflict } from './entry-conflict.mapper.js';

const hub = {
  ...{ service: HealthService.CAMHS, status: WaitingStatus.BOOKED, statusOn: '2026-03-01', priority: null },
  ...{ receivedOn: '2026-01-05', nextStep: 'Group first', nextAppointmentOn: null, supportWhileWaiting: ['Drop-in'] },
  ...{ referredBy: null, clinicianName: null, baselineOutcomeOn: null, carePlanOn: null, confidential: true },
  ...{ referralSource: null, ageAtReferral: 10, sex: 'FEMALE', ethnicity: null },
};
const stored = { id: 'c', entryId: 'e', since: '2026-03-02 09:00:00+00', taken: null, hub };

describe('a conflict as its provider sees it', () => {
  it('names each field that differs today, in the words of a file', () => {
    const fileSaid = {
      ...{ status: WaitingStatus.ON_HOLD, statusOn: '2026-03-01', nextStep: null, confidential: false },
      ...{ supportWhileWaiting: ['Drop-in', 'Advice line'], step: { wasNotBrought: true }, reason: 'Abroad' },
    };
    expect(toConflict({ ...stored, fileSaid })).toEqual({
      ...{ id: 'c', entryId: 'e', since: '2026-03-02T09:00:00.000Z', taken: null },
      values: [
        { field: 'status', file: 'ON_HOLD', hub: 'BOOKED' },
        { field: 'nextStep', file: null, hub: 'Group first' },
        { field: 'supportWhileWaiting', file: 'Drop-in; Advice line', hub: 'Drop-in' },
        { field: 'confidential', file: 'N', hub: 'Y' },
      ],
    });
  });
});
