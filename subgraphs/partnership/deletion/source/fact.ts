/** Why a source asks for one of its records to be deleted. */
export const deletionReasons = {
  ENTERED_IN_ERROR: 'ENTERED_IN_ERROR',
  ERASURE_REQUEST: 'ERASURE_REQUEST',
  RETENTION_ENDED: 'RETENTION_ENDED',
} as const;

/** That a source asks for one of its records to be deleted. */
export interface DeletionFact {
  readonly kind: 'deletion';
  readonly source: string;
  readonly sourceKey: string;
  readonly reason: keyof typeof deletionReasons;
}
