import type { SenProvision } from '../../../platform/vocabulary/sen-provision.js';
import type { StoredSchool } from '../school/stored-school.js';

/** The provision a roll showed from a day on. */
export interface ShownProvision {
  readonly provision: SenProvision;
  readonly from: string;
}

/** An enrolment as a read brings it back, with its school and the child it was asked for by. */
export interface StoredEnrolment {
  readonly childId: string;
  readonly yearGroup: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly status: string;
  /** Codes, the main need first. */
  readonly needs: readonly string[];
  /** Oldest first. */
  readonly provisions: readonly ShownProvision[];
  readonly school: StoredSchool;
  /** The code of the school's local authority; null where the register we hold does not have the school. */
  readonly councilCode: string | null;
  /** When the school last told something new of it, in seconds since 1970. */
  readonly recordedAt: number;
}

/** Whether the child is on the roll on a day. */
export function isCurrent({ from, until }: Pick<StoredEnrolment, 'from' | 'until'>, on: string): boolean {
  return from <= on && (until === null || on < until);
}
