import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, ID, Info, Int, Mutation, Resolver } from 'type-graphql';
import { idLength, keyLength, manyUpTo, upTo } from '../../../platform/graphql/text-limit.js';
import { Child } from '../child/child.type.js';
import { seeChild } from '../child/see-child.js';
import type { PartnershipContext } from '../context.js';
import { MatchReview } from './match-review.type.js';

const onceOnly = upTo(keyLength, 'The same key again gives the same answer and no second effect.');
const reviewers = '@requiresScopes(scopes: [["match:review"]])';

@Resolver()
export class DecideMatchResolver {
  @Directive(reviewers)
  @Mutation(() => MatchReview, {
    nullable: true,
    description:
      'Says whose record it is. Confirmed, every domain shows one child from that instant; of none of the candidates, they are kept apart whatever later files say.',
  })
  confirmMatch(
    @Arg('reviewId', () => ID, { description: upTo(idLength, 'The review.') }) reviewId: string,
    @Arg('expectedVersion', () => Int, { description: 'The version of the review that was seen.' })
    expectedVersion: number,
    @Arg('idempotencyKey', () => ID, { description: onceOnly }) key: string,
    @Ctx() { services }: PartnershipContext,
    @Arg('childId', () => ID, {
      nullable: true,
      description: upTo(idLength, 'The candidate it is of; null where it is of none of them.'),
    })
    childId?: string | null,
    @Arg('reason', () => String, {
      nullable: true,
      description: upTo(500, 'Why, in your own words: kept with the decision.'),
    })
    reason?: string | null,
  ): Promise<MatchReview | null> {
    const why = reason?.trim() ?? '';
    const said = { reviewId, expectedVersion, childId: childId ?? null, reason: why === '' ? null : why };
    return services.confirmations.confirm(said, key);
  }

  @Directive(reviewers)
  @Mutation(() => [Child], {
    nullable: true,
    description:
      'Takes records out of a child they are not of. In every domain each child has its own rows again from that instant. Answers the children it became: who stays, who left, and whoever has to be decided again.',
  })
  async separateChildren(
    @Arg('childId', () => ID, { description: upTo(idLength, 'The child.') }) childId: string,
    @Arg('sourceRecordIds', () => [ID], {
      description: manyUpTo(200, idLength, 'The records that are another child’s, of Child.sourceRecords.'),
    })
    sourceRecordIds: string[],
    @Arg('expectedVersion', () => Int, { description: 'The Child.recordsVersion that was seen.' })
    expectedVersion: number,
    @Arg('reason', () => String, { description: upTo(500, 'Why, in at least 10 characters.') }) reason: string,
    @Arg('idempotencyKey', () => ID, { description: onceOnly }) key: string,
    @Ctx() { services }: PartnershipContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Child[]> {
    const leaving = { childId, sourceRecordIds, expectedVersion, reason };
    const ids = await services.partings.separate(leaving, key);
    const children = await Promise.all(ids.map((id) => seeChild(services, id, info)));
    return children.filter((child) => child !== null);
  }
}
