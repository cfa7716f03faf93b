import { communityTrust, mentalHealthTrust } from '../area.js';
import type { Wait } from '../child.js';
import { addDays } from '../dates.js';

/** A story child's entry: received that many days ago, in its status for that many; the rest as usual unless given. */
export function storyWait(
  asAt: string,
  entry: Pick<Wait, 'ref' | 'service' | 'status'> & { readonly received: number; readonly inStatus: number },
  more: Partial<Wait> = {},
): Wait {
  const { ref, service, status, received, inStatus } = entry;
  return {
    provider: ref.startsWith(mentalHealthTrust.ods) ? mentalHealthTrust : communityTrust,
    ref,
    service,
    status,
    statusOn: addDays(asAt, -inStatus),
    priority: 'ROUTINE',
    receivedOn: addDays(asAt, -received),
    nextStep: 'First assessment',
    nextAppointmentOn: null,
    support: ['Advice line, Tuesdays'],
    referredBy: 'SENCO',
    reason: '',
    clinician: '',
    ...more,
  };
}
