import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { idLength, upTo } from '../../../platform/graphql/text-limit.js';
import { Child } from '../child/child.type.js';
import { seeChild } from '../child/see-child.js';
import type { PartnershipContext } from '../context.js';
import { MatchCandidate, MatchReview, SourceRecord } from './match-review.type.js';
import { Separation } from './separation.type.js';

const reviewers = '@requiresScopes(scopes: [["match:review"]])';

@Resolver(() => MatchCandidate)
export class MatchReviewResolver {
  @Directive(reviewers)
  @Query(() => [MatchReview], {
    nullable: true,
    description: 'Records that wait for a person to say whose they are, the oldest first.',
  })
  matchReviews(
    @Ctx() { services }: PartnershipContext,
    @Arg('first', () => Int, { nullable: true, description: 'At most this many, 1 to 100; 20 where not given.' })
    first?: number | null,
    @Arg('after', () => String, {
      nullable: true,
      description: upTo(idLength, 'The id of the last review of the page before.'),
    })
    after?: string | null,
  ): Promise<MatchReview[]> {
    return services.reviews.open(first ?? 20, after ?? null);
  }

  @Directive(reviewers)
  @Query(() => MatchReview, {
    nullable: true,
    description:
      'One review, waiting or decided: who looks at a record as another decides sees that it is decided. Null, without an error, where there is none that you may see; a decided one is seen until the day is over.',
  })
  matchReview(
    @Arg('id', () => ID, { description: upTo(idLength, 'The review.') }) id: string,
    @Ctx() { services }: PartnershipContext,
  ): Promise<MatchReview | null> {
    return services.reviews.one(id);
  }

  @Directive(reviewers)
  @Query(() => [Separation], {
    nullable: true,
    description:
      'When this child was separated from another whom it had been taken for, with every disclosure of both meanwhile; the latest first.',
  })
  separations(
    @Arg('childId', () => ID, { description: upTo(idLength, 'Either of the two children.') }) childId: string,
    @Ctx() { services }: PartnershipContext,
  ): Promise<Separation[]> {
    return services.separations.ofChild(childId);
  }

  @FieldResolver(() => Child, { nullable: true, description: 'The child, as far as a reviewer may see them.' })
  child(
    @Root() { childId }: MatchCandidate,
    @Ctx() { services }: PartnershipContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Child | null> {
    return seeChild(services, childId, info);
  }
}

@Resolver(() => Child)
export class SourceRecordResolver {
  @Directive(reviewers)
  @FieldResolver(() => [SourceRecord], {
    nullable: true,
    description: 'Every source’s version of who this is, the eldest first; to those who review matches.',
  })
  sourceRecords(@Root() child: Child, @Ctx() { services }: PartnershipContext): Promise<SourceRecord[]> {
    return services.reviews.sourceRecords(child.id);
  }

  @Directive(reviewers)
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Counts the decisions about which records are this child’s: separateChildren must name the one it saw.',
  })
  recordsVersion(@Root() child: Child, @Ctx() { services }: PartnershipContext): Promise<number | null> {
    return services.reviews.recordsVersion(child.id);
  }
}
