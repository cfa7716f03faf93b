import { counted, words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import type { Education } from './parts.js';

type Threshold = NonNullable<Education['attendanceThresholds']>[number];

interface Props {
  readonly thresholds: Education['attendanceThresholds'];
  /** Whether a session of this year is held, as far as that is told: of nothing there is no telling that none was reached. */
  readonly counted: boolean;
  /** What stands where they are missing. */
  readonly none: string;
}

/** One that is reached, and since when. */
type Reached = Threshold & { readonly reachedOn: string };

/** Of the thresholds that something counts towards those that are reached, the last reached first. */
const reachedOf = (thresholds: readonly Threshold[]): readonly Reached[] =>
  thresholds
    .flatMap((threshold) => (threshold.reachedOn === null ? [] : [{ ...threshold, reachedOn: threshold.reachedOn }]))
    .toSorted((one, other) => other.reachedOn.localeCompare(one.reachedOn));

/** `Reached on 18 Nov 2026 at Castle Hill High School: 12 of 10.`, and what of it is not known. */
function reachedText({ reachedOn, school, count, limit, unmarkedDays }: Reached): string {
  const unmarked = unmarkedDays === 0 ? '' : ` Of ${counted(unmarkedDays, 'school day', 'school days')} no mark came.`;
  return `Reached on ${dayText(reachedOn)} at ${school.name}: ${count} of ${limit}.${unmarked}`;
}

/**
 * The thresholds that the child’s absence has come to, each with what it means in the words of its rule. What is only counted towards
 * one is not told here: that it is reached is what somebody is to act on.
 */
export function ThresholdsReached({ thresholds, counted: isCounted, none }: Props) {
  if (thresholds === null) return <>{none}</>;
  const reached = reachedOf(thresholds);
  if (reached.length === 0)
    return <>{isCounted || thresholds.length > 0 ? 'None reached' : 'No sessions held to count'}</>;
  return (
    <>
      {reached.map((threshold) => (
        <div>
          <strong>{words(threshold.kind)}.</strong> {reachedText(threshold)}
          <div class="govuk-hint">
            {threshold.rule} Source: {threshold.source}
          </div>
        </div>
      ))}
    </>
  );
}
