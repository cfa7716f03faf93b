import type { PepQuality } from '../pep-quality.js';

/** One term's personal education plan. */
export interface PepFact {
  readonly kind: 'pep';
  /** Academic year and term: `2025/26 Spring`. */
  readonly term: string;
  readonly dueOn: string;
  readonly completedOn: string | null;
  readonly quality: PepQuality | null;
  /** Spent in the term, in pence; null where not said. */
  readonly pupilPremiumPlusPence: number | null;
  /** Allocated for the term, in pence; null where not said. */
  readonly pupilPremiumPlusAllocatedPence: number | null;
  readonly designatedTeacherOn: string | null;
  readonly childViewsOn: string | null;
  readonly signedOffOn: string | null;
}
