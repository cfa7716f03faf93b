import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import { academicYear, academicYearToDate } from '../../../platform/code-sets/academic-year.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { Conflict, type HubError, InvalidInput, NotFound } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { riskOfExclusionPolicy } from './risk-of-exclusion.policy.js';
import type { RiskOfExclusionService } from './risk-of-exclusion.service.js';
import type { RiskOfExclusion } from './risk-of-exclusion.type.js';
import type { RiskReviewRepository } from './risk-review.repository.js';

/** What is said of a review. */
export interface ReviewSaid {
  readonly childId: string;
  readonly reviewedOn: string;
  readonly interventionsTried: readonly string[];
  readonly pupilWords: string | null;
  readonly expectedVersion: number;
}

type Answer = { readonly recorded: true } | { readonly refusal: keyof typeof errors };

const about = { domain: Domain.EDUCATION };
const errors = {
  NO_SUCH_CHILD: (): HubError => new NotFound('There is no such child of whom you may record a review.', about),
  REVIEWED_SINCE: (): HubError => new Conflict('Another review was recorded since you looked: look again.', about),
};

/** Records what was tried with children at risk of exclusion, and what the pupil said. */
export class RecordRiskReviewService {
  constructor(
    private readonly scope: RequestScope,
    private readonly reviews: RiskReviewRepository,
    private readonly risks: RiskOfExclusionService,
  ) {}

  /**
   * Once for each key. NotFound for a child who does not exist, has died, or of whom the caller may record nothing, alike; Conflict
   * where another review was recorded since.
   */
  async record(asked: ReviewSaid, key: string): Promise<RiskOfExclusion | null> {
    const said = this.checked(asked);
    const { childId } = said;
    const permit = Permit.for(this.scope.caller, riskOfExclusionPolicy, {
      ...{ tier: 'T3', act: 'WRITE', operation: 'recordRiskReview' },
    });
    const read = Permit.for(this.scope.caller, riskOfExclusionPolicy, { tier: 'T3', operation: 'recordRiskReview' });
    const subjects = { children: isSurrogateId(childId) ? [childId] : [] };
    const answer = await this.scope.writes.run(
      [permit, read].map((one) => ({ permit: one, subjects })),
      (writing) => writing.once(key, { recordRiskReview: said }, () => this.put(writing, said)),
    );
    if ('refusal' in answer) throw errors[answer.refusal]();
    return this.risks.of(childId);
  }

  private checked(asked: ReviewSaid): ReviewSaid {
    const interventionsTried = asked.interventionsTried.map((one) => one.trim());
    const pupilWords = asked.pupilWords?.trim() ?? null;
    if (interventionsTried.length === 0 || interventionsTried.includes(''))
      throw new InvalidInput('interventionsTried must say something, each of them.');
    if (pupilWords === '') throw new InvalidInput('pupilWords must say something.');
    if (asked.reviewedOn > this.scope.today) throw new InvalidInput('reviewedOn must not be after today.');
    // What is told is of this school year: a review of an earlier one would be taken and shown to nobody.
    if (academicYear(asked.reviewedOn) !== academicYear(this.scope.today))
      throw new InvalidInput('reviewedOn must be of this school year, which begins on 1 September.');
    return { ...asked, interventionsTried, pupilWords };
  }

  private async put(writing: Writing, said: ReviewSaid): Promise<Answer> {
    const { childId, reviewedOn, interventionsTried, pupilWords, expectedVersion } = said;
    const verdict = writing.opened[0]?.verdicts.get(childId);
    if (!verdict || hasDied(verdict.diedOn, this.scope.today)) return { refusal: 'NO_SUCH_CHILD' };
    const { from } = academicYearToDate(this.scope.today);
    if ((await this.reviews.count(writing, childId, from)) !== expectedVersion) return { refusal: 'REVIEWED_SINCE' };
    const { sub: actor, name, role: actorRole, org: actorOrg } = this.scope.caller.claims;
    await this.reviews.add(writing, {
      ...{ childId, reviewedOn, interventions: interventionsTried, pupilWords },
      ...{ actor, actorName: name || actor, actorRole, actorOrg },
    });
    await writing.emit('risk-reviewed', [childId]);
    return { recorded: true };
  }
}
