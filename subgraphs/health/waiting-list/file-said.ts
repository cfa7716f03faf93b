import type { HealthService, WaitingStatus } from './status.js';

/**
 * What a provider's file says of the step that an entry's status is; undefined where its files have no such column. Dates
 * are YYYY-MM-DD, here and below.
 */
export interface FileStep {
  readonly appointmentOn?: string | null;
  readonly firstAppointment?: boolean;
  readonly properlyOffered?: boolean;
  readonly wasNotBrought?: boolean;
  readonly cancelledBy?: 'FAMILY' | 'PROVIDER' | null;
  /** The published code. */
  readonly rttStatus?: string | null;
  readonly redirectTo?: HealthService | null;
  readonly redirectProvider?: string | null;
}

/** What it says of a referral; undefined where its files have no such column. */
export interface FileEntry {
  readonly service: HealthService;
  readonly status: WaitingStatus;
  readonly statusOn: string;
  readonly priority: 'ROUTINE' | 'URGENT' | null;
  readonly receivedOn: string;
  readonly nextStep: string | null;
  readonly nextAppointmentOn: string | null;
  readonly supportWhileWaiting: readonly string[];
  readonly referredBy: string | null;
  readonly clinicianName: string | null;
  readonly baselineOutcomeOn?: string | null;
  readonly carePlanOn?: string | null;
  readonly referralSource?: string | null;
  readonly confidential?: boolean;
  readonly ageAtReferral?: number | null;
  readonly sex?: string | null;
  readonly ethnicity?: string | null;
}

/** All that a provider's file says of one entry. */
export interface FileSaid extends FileEntry {
  readonly step?: FileStep;
  /** 'provider|reference' of the entry whose wait goes on in this one. */
  readonly continuesFrom?: string | null;
  /** The day it was taken from the provider's own system. */
  readonly asAt?: string | null;
}

/** What a file said of an entry and was not taken, by field; of a status, with all that its step was about. */
export interface UntakenWords extends Partial<FileEntry> {
  readonly step?: FileStep;
  readonly reason?: string | null;
}
