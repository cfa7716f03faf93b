import type { Tier } from '../../../platform/access/rule.js';
import type { always, ChangeFact } from '../../../platform/vocabulary/change-fact.js';

/** A change of what the partnership itself holds of a child. Nothing of it stands under a facet. */
export interface OwnChange extends Omit<ChangeFact, keyof typeof always> {
  readonly facet: null;
  readonly tier: Tier;
  /** The school whose team alone is told of it; null where the tier is enough. */
  readonly teamUrn: string | null;
}

/** What somebody did, as a history has it, as far as every change says it. */
interface Done {
  /** ISO instant. */
  readonly recordedAt: string;
  readonly actorName: string;
}

/** When something was done, and by whom. */
export const doneBy = ({ recordedAt, actorName }: Done) => ({
  at: new Date(recordedAt).toISOString(),
  by: actorName,
});
