import type { EnrolmentStatus } from './source/fact.js';
import type { ShownProvision } from './enrolment.row.js';

/** One enrolment as the writers of rolls and registers see it. */
export interface HeldEnrolment {
  readonly id: string;
  /** The school's own record of the pupil: one of perhaps several ids of the child. */
  readonly childId: string;
  readonly urn: string;
  readonly yearGroup: string | null;
  readonly entryOn: string;
  /** As the roll says. */
  readonly leftOn: string | null;
  /** As we conclude where the roll says nothing. */
  readonly supersededOn: string | null;
  /** UNKNOWN where there is a register but no roll yet. */
  readonly status: EnrolmentStatus | 'UNKNOWN';
  readonly needs: readonly string[];
  readonly freeSchoolMeals: boolean | null;
  readonly leftCareBy: string | null;
  /** Oldest first. */
  readonly provisions: readonly ShownProvision[];
  /** When the school last told us something new of it. */
  readonly recordedAt: string;
}

/** The first day the child was no longer on the roll; null while on it. */
export function untilOf({ leftOn, supersededOn }: Pick<HeldEnrolment, 'leftOn' | 'supersededOn'>): string | null {
  return leftOn ?? supersededOn;
}

/** The moment a batch is told. */
export interface Moment {
  /** In England. */
  readonly today: string;
  readonly now: string;
}
