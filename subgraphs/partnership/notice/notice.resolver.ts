import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { idLength, keyLength, upTo } from '../../../platform/graphql/text-limit.js';
import { Child } from '../child/child.type.js';
import { seeChild } from '../child/see-child.js';
import type { PartnershipContext } from '../context.js';
import { mayBeLate } from '../may-be-late.js';
import { Notice } from './notice.type.js';

@Resolver(() => Notice)
export class NoticeResolver {
  @FieldResolver(() => Child, { nullable: true, description: 'The child it is about, as far as you may see them.' })
  child(
    @Root() { childId }: Notice,
    @Ctx() { services }: PartnershipContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Child | null> {
    return seeChild(services, childId, info);
  }

  @Directive('@requiresScopes(scopes: [["partnership:read"]])')
  @Query(() => [Notice], {
    nullable: true,
    description:
      'What you must be told of the children you have a duty to now, the latest first: a change of worker brings the new one what nobody has read, and whoever no longer has the duty sees none. REFUSED for a role and purpose that is told nothing.' +
      mayBeLate,
  })
  notices(
    @Ctx() { services }: PartnershipContext,
    @Arg('read', () => Boolean, {
      nullable: true,
      description: 'True for those that were read, false for those that were not; both where not given.',
    })
    read?: boolean | null,
    @Arg('first', () => Int, { nullable: true, description: 'At most this many, 1 to 100; 20 where not given.' })
    first?: number | null,
    @Arg('after', () => String, {
      nullable: true,
      description: upTo(idLength, 'The id of the last notice of the page before.'),
    })
    after?: string | null,
  ): Promise<Notice[]> {
    return services.notices.page(read ?? null, first ?? 20, after ?? null);
  }

  @Directive('@requiresScopes(scopes: [["team:write"]])')
  @Mutation(() => Notice, {
    nullable: true,
    description:
      'Says of a notice that it was read, for everyone of your organisation who has the same duty, and whether the risk to the child was considered. Said again with other words, the last stands. NOT_FOUND for one that does not exist or is not yours; CONFLICT where it was marked since it was seen.',
  })
  markNoticeRead(
    @Arg('id', () => ID, { description: upTo(idLength, 'The notice.') }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version that was seen.' }) expectedVersion: number,
    @Arg('idempotencyKey', () => ID, {
      description: upTo(keyLength, 'The same key again gives the same answer and no second effect.'),
    })
    key: string,
    @Ctx() { services }: PartnershipContext,
    @Arg('riskConsidered', () => String, {
      nullable: true,
      description: upTo(4000, 'Whether the risk to the child changes, and what follows, in words.'),
    })
    riskConsidered?: string | null,
  ): Promise<Notice | null> {
    return services.noticeMarks.mark({ id, expectedVersion, riskConsidered: riskConsidered ?? null }, key);
  }
}
