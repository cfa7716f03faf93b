import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { idLength, keyLength, manyUpTo, upTo } from '../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { EducationRecord } from '../child/education-record.type.js';
import type { EducationContext } from '../context.js';
import { RiskOfExclusion } from './risk-of-exclusion.type.js';

/** What of a child's education record is about the risk of an exclusion, and how it becomes known what was tried. */
@Resolver(() => EducationRecord)
export class RiskOfExclusionResolver {
  @FieldResolver(() => RiskOfExclusion, {
    nullable: true,
    description:
      'The risk that the child is permanently excluded, flagged in this school year; null where nothing flags one, and where it is not shared with you whole.',
  })
  riskOfExclusion(
    @Root() { childId }: EducationRecord,
    @Ctx() { services }: EducationContext,
  ): Promise<RiskOfExclusion | null> {
    return services.risks.of(childId);
  }

  @Directive('@requiresScopes(scopes: [["education:write"]])')
  @Mutation(() => RiskOfExclusion, {
    nullable: true,
    description:
      'Records what was tried with a child at risk of exclusion, and what the pupil said of it: by the school whose roll the child is on, or the virtual school of a child it follows. Recorded of a child whom nothing flags, it flags the child. It is added to what was recorded before. INVALID_INPUT for a day of another school year or to come; NOT_FOUND for a child who does not exist or of whom you may record nothing; CONFLICT where another review was recorded since.',
  })
  recordRiskReview(
    @Arg('childId', () => ID, { description: upTo(idLength, 'The child.') }) childId: string,
    @Arg('reviewedOn', () => DateScalar, {
      description: 'The day of the review: not after today, and of this school year, which begins on 1 September.',
    })
    reviewedOn: string,
    @Arg('interventionsTried', () => [String], {
      description: manyUpTo(20, 200, 'What had been tried, at least one.'),
    })
    interventionsTried: string[],
    @Arg('expectedVersion', () => Int, {
      description: 'The `RiskOfExclusion.version` that was seen; 0 where nothing was recorded yet.',
    })
    expectedVersion: number,
    @Arg('idempotencyKey', () => ID, {
      description: upTo(keyLength, 'The same key again gives the same answer and no second effect.'),
    })
    key: string,
    @Ctx() { services }: EducationContext,
    @Arg('pupilWords', () => String, {
      nullable: true,
      description: upTo(2000, 'The pupil’s own words, unedited; left out where the pupil said nothing.'),
    })
    pupilWords?: string | null,
  ): Promise<RiskOfExclusion | null> {
    const said = { childId, reviewedOn, interventionsTried, expectedVersion, pupilWords: pupilWords ?? null };
    return services.riskReviews.record(said, key);
  }
}
