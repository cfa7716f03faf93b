import type { HealthService, WaitingStatus } from '../status.js';

/** One entry of a provider's waiting list. */
export interface WaitingListFact {
  readonly kind: 'waiting-list-entry';
  readonly providerOds: string;
  readonly providerName: string | null;
  /** The provider's own, unique within it. */
  readonly entryRef: string;
  readonly service: HealthService;
  readonly status: WaitingStatus;
  readonly statusOn: string;
  readonly priority: 'ROUTINE' | 'URGENT' | null;
  readonly receivedOn: string;
  readonly nextStep: string | null;
  readonly nextAppointmentOn: string | null;
  readonly supportWhileWaiting: readonly string[];
  readonly referredBy: string | null;
  readonly reason: string | null;
  readonly clinicianName: string | null;
}
