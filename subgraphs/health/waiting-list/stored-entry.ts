/** An entry as a read brings it back, with the child it was asked for by and its history, oldest first. */
export interface StoredEntry {
  readonly childId: string;
  readonly id: string;
  readonly providerOds: string;
  readonly providerName: string | null;
  readonly service: string;
  readonly status: string;
  readonly statusOn: string;
  readonly priority: string | null;
  readonly receivedOn: string;
  readonly nextStep: string | null;
  readonly nextAppointmentOn: string | null;
  readonly supportWhileWaiting: readonly string[];
  readonly referredBy: string | null;
  readonly referrerToldOn: string | null;
  readonly version: number;
  readonly history: readonly {
    readonly from: string | null;
    readonly to: string;
    readonly effectiveOn: string;
    readonly recordedAt: string;
    readonly by: string;
    readonly reason: string | null;
  }[];
}
