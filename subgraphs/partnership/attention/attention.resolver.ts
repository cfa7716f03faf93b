import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { Child } from '../child/child.type.js';
import { seeChild } from '../child/see-child.js';
import type { PartnershipContext } from '../context.js';
import { TeamAroundSchool } from '../team-around-school/team-around-school.type.js';
import { mayBeLate } from '../may-be-late.js';
import { AttentionItem } from './attention-item.type.js';
import { AttentionReason } from './attention-reason.type.js';

const aWeek = {
  nullable: true,
  description:
    'The Monday of the week: of the present one, which it is where not given, or of one of the twelve before.',
};

@Resolver(() => Child)
export class ChildAttentionResolver {
  @Directive('@requiresScopes(scopes: [["partnership:read"]])')
  @FieldResolver(() => [AttentionReason], {
    nullable: true,
    description:
      'What of the child needs attention in a week, the most pressing first: of each domain what that domain shows you, and nothing of a child who has died. None is also told where you may see none.' +
      mayBeLate,
  })
  attention(
    @Root() { id }: Child,
    @Ctx() { services }: PartnershipContext,
    @Arg('week', () => DateScalar, aWeek) week?: string | null,
  ): Promise<AttentionReason[]> {
    return services.attention.ofChild(id, week ?? null);
  }
}

@Resolver(() => TeamAroundSchool)
export class SchoolAttentionResolver {
  @FieldResolver(() => [AttentionItem], {
    nullable: true,
    description:
      'The children on the school’s roll today of whom you may see that something needs attention in a week: whoever has the more pressing reason first, then the more reasons. A child of whom you may see no reason is not listed, and how many are says nothing of others.' +
      mayBeLate,
  })
  attention(
    @Root() { schoolUrn }: TeamAroundSchool,
    @Ctx() { services }: PartnershipContext,
    @Arg('week', () => DateScalar, aWeek) week?: string | null,
  ): Promise<AttentionItem[]> {
    return services.attention.ofSchool(schoolUrn, week ?? null);
  }
}

@Resolver(() => AttentionItem)
export class AttentionItemResolver {
  @FieldResolver(() => Child, { nullable: true, description: 'The child, as far as you may see them.' })
  child(
    @Root() { childId }: AttentionItem,
    @Ctx() { services }: PartnershipContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Child | null> {
    return seeChild(services, childId, info);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the child stands on the school’s agenda today.' })
  onAgenda(@Root() { childId, schoolUrn }: AttentionItem, @Ctx() { services }: PartnershipContext): Promise<boolean> {
    return services.agendas.lists(schoolUrn, childId);
  }
}
