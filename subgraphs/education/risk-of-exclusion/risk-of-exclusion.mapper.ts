import { academicYear } from '../../../platform/code-sets/academic-year.js';
import { VoiceKind } from '../../../platform/vocabulary/voice-kind.js';
import type { Voice } from '../../../platform/vocabulary/voice.js';
import type { IsSchoolDay } from '../suspension/served-sessions.js';
import type { TellableSuspension } from '../suspension/one-of-each.js';
import { type ExclusionRisk, exclusionRisk } from './exclusion-risk.js';
import type { RiskOfExclusion, RiskReview } from './risk-of-exclusion.type.js';
import type { StoredRiskReview } from './risk-review.repository.js';

/** What the risk of a child’s exclusion is told from. */
export interface AtRisk {
  readonly suspensions: readonly TellableSuspension[];
  readonly reviews: readonly StoredRiskReview[];
  readonly isSchoolDay: IsSchoolDay;
}

/** The risk of a child’s exclusion as clients see it, as at a day; null where nothing flags one in its school year. */
export function toRiskOfExclusion(
  { suspensions, reviews, isSchoolDay }: AtRisk,
  today: string,
): RiskOfExclusion | null {
  const known = reviews.filter(({ reviewedOn }) => reviewedOn <= today);
  const risk = exclusionRisk(
    suspensions,
    known.map(({ reviewedOn }) => reviewedOn),
    today,
    isSchoolDay,
  );
  if (!risk) return null;
  const ofYear = known.filter(({ reviewedOn }) => academicYear(reviewedOn) === academicYear(today));
  const since = ofYear.filter(({ reviewedOn }) => reviewedOn >= risk.flaggedOn);
  return {
    ...{ flaggedOn: risk.flaggedOn, because: sentences[risk.by], reviewedOn: since.at(-1)?.reviewedOn ?? null },
    interventionsTried: [...new Set(ofYear.flatMap(({ interventions }) => interventions))],
    ...{ reviews: ofYear.map(toReview), version: ofYear.length },
  };
}

const sentences: Readonly<Record<ExclusionRisk['by'], string>> = {
  TWO_IN_A_HALF_TERM:
    'Two suspensions in one half-term: a school meets with the pupil and looks at what was tried before it excludes (requirements-reports.md, pre-exclusion assessment).',
  SOMEBODY:
    'The school or the virtual school recorded what was tried with a pupil at risk of exclusion (requirements-salford.md F21).',
};

function toReview({ reviewedOn, interventions, pupilWords, actorRole }: StoredRiskReview): RiskReview {
  const pupilVoice: Voice | null =
    pupilWords === null
      ? null
      : {
          by: 'child',
          byKind: VoiceKind.CHILD,
          on: reviewedOn,
          words: pupilWords,
          concerning: 'the risk of exclusion',
        };
  return { reviewedOn, interventionsTried: [...interventions], pupilVoice, recordedBy: actorRole };
}
