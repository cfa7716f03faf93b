import type { SessionOfDay } from '../../../../platform/vocabulary/session-of-day.js';
import type { SuspensionCategory } from '../suspension-category.js';

/** A suspension, lunchtime suspension or permanent exclusion, as a school tells it. */
export interface SuspensionFact {
  readonly kind: 'suspension';
  readonly urn: string;
  readonly startedOn: string;
  readonly category: SuspensionCategory;
  /** The first session; null for lunchtimes and for good. */
  readonly session: SessionOfDay | null;
  /** Null for lunchtimes and for good. */
  readonly sessions: number | null;
  /** Null for all but lunchtimes. */
  readonly lunchtimes: number | null;
  /** Published codes, the main one first. */
  readonly reasons: readonly string[];
  readonly cancelledOn: string | null;
  /** Sessions, or lunchtimes, served before it was cancelled; null where it was not. */
  readonly served: number | null;
  /** The day provision was in place; null where none is told of. */
  readonly provisionOn: string | null;
  readonly provider: string | null;
  /** The day on which the council was told, where the school says so. */
  readonly councilToldOn: string | null;
  /** The last review's day, and what came of it by its published code. */
  readonly reviewedOn: string | null;
  readonly reviewResult: string | null;
  readonly reinstatedOn: string | null;
  /** Whether a panel heard an expert in special educational needs; null where it does not say. */
  readonly senExpert: boolean | null;
}
