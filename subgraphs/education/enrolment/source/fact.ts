import type { SenProvision } from '../../../../platform/vocabulary/sen-provision.js';

/** On a roll how: the census's C, M, S, F and O. */
export type EnrolmentStatus = 'CURRENT' | 'CURRENT_MAIN' | 'CURRENT_SUBSIDIARY' | 'FE_COLLEGE' | 'OTHER';

/** How a child left care, as the parent declared it to the school. */
export type LeftCareBy = 'ADOPTION' | 'SPECIAL_GUARDIANSHIP' | 'RESIDENCE_ORDER' | 'CHILD_ARRANGEMENTS_ORDER';

/** A pupil on one school's roll in `[from, until)`, with the provision the roll shows. */
export interface EnrolmentFact {
  readonly kind: 'enrolment';
  readonly urn: string;
  /** National curriculum year code: R, 1 to 14, … */
  readonly yearGroup: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly status: EnrolmentStatus;
  readonly senProvision: SenProvision;
  /** Published SEN type codes; rank 1 is the main need. */
  readonly needs: readonly { readonly code: string; readonly rank: number }[];
  /** Null where not said. */
  readonly freeSchoolMeals: boolean | null;
  /** Null where the child is not known to have left care. */
  readonly leftCareBy: LeftCareBy | null;
}
