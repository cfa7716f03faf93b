import { type EffectiveHistory, type Step, upTo } from './history.js';
import { isContact } from './run.js';
import { WaitingStatus } from './status.js';

/** A step, as far as whether a child was brought goes. */
export interface BroughtStep extends Step {
  readonly wasNotBrought: boolean;
}

/** How often a child was not brought, and when last. */
export interface NotBrought {
  readonly times: number;
  /** YYYY-MM-DD. */
  readonly lastOn: string;
}

/**
 * The appointments that a child was not brought to since last seen, up to a day, as far as nobody has considered what that
 * may mean for the child; null where there is none. `changes` is every step as it was written, `through` the last one that
 * was known when it was considered. A step put right since is not another: the one that it stands for was considered.
 */
export function notBroughtSince(
  history: EffectiveHistory<BroughtStep>,
  changes: readonly BroughtStep[],
  through: number | null,
  today: string,
): NotBrought | null {
  const steps = upTo(history, today);
  const seenLast = steps.findLastIndex(isContact);
  const missed = steps
    .slice(seenLast + 1)
    .filter((step) => step.wasNotBrought && firstSaid(step, changes).id > (through ?? 0));
  const last = missed.at(-1);
  return last ? { times: missed.length, lastOn: last.effectiveOn } : null;
}

/** The step by which it was first said that the child was not brought, where this one puts it right. */
export function firstSaid(step: BroughtStep, changes: readonly BroughtStep[]): BroughtStep {
  const before = changes.find(({ id }) => id === step.corrects);
  return before?.wasNotBrought === true ? firstSaid(before, changes) : step;
}

/**
 * What is said of it: that somebody is to ask after the child. "Was not brought", not "did not attend": a child does not bring
 * themselves, and it is no reason to close a referral (domain.md §4.5; NHS England, was not brought).
 */
export function safeguardingFlag(missed: NotBrought | null): string | null {
  if (missed === null) return null;
  const { times, lastOn } = missed;
  return times === 1
    ? `The child was not brought to an appointment, on ${lastOn}: ask after the child.`
    : `The child was not brought to ${String(times)} appointments, the last on ${lastOn}: ask after the child.`;
}

/**
 * Whether a step may change what is known of a child not having been brought: it says so, it puts an earlier one right, it
 * says what held before the last one, which then counts for nothing, or it says of the whole entry that it never was.
 */
export function concernsNotBrought(
  step: Pick<BroughtStep, 'wasNotBrought' | 'corrects' | 'to' | 'effectiveOn'>,
  lastStepOn: string,
): boolean {
  const { wasNotBrought, corrects, to, effectiveOn } = step;
  return wasNotBrought || corrects !== null || effectiveOn < lastStepOn || to === WaitingStatus.ENTERED_IN_ERROR;
}
