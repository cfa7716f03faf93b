import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, ID, Info, Query, Resolver } from 'type-graphql';
import { idLength, nameLength, upTo } from '../../../platform/graphql/text-limit.js';
import { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';
import type { PartnershipContext } from '../context.js';
import { Child } from './child.type.js';
import { seeChild } from './see-child.js';

@Resolver(() => Child)
export class ChildResolver {
  @Directive('@requiresScopes(scopes: [["partnership:read"]])')
  @Query(() => Child, {
    nullable: true,
    description:
      'One child. Null, without an error, for a child who does not exist and for one who may not be seen. Of one of whom you may know no more than that they are known, everything but the id is null or empty, and access says why.',
  })
  child(
    @Arg('id', () => ID, { description: upTo(idLength, 'The hub’s own id.') }) id: string,
    @Ctx() { services }: PartnershipContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Child | null> {
    return seeChild(services, id, info);
  }

  @Directive('@requiresScopes(scopes: [["partnership:read"]])')
  @Query(() => Child, {
    nullable: true,
    description:
      'One child, by a number from outside the hub. Null, without an error, where nobody holds it, where the child may not be seen, and where this kind of number is not one that your role looks up by, whoever holds it.',
  })
  childByIdentifier(
    @Arg('type', () => IdentifierType, {
      description:
        'The kind of number. Unique pupil number and ULN: the roles of education, the council’s SEND team and the virtual school. NHS number: the roles of health. Social-care id: the roles of social care and the virtual school. No other role looks a child up by any.',
    })
    type: IdentifierType,
    @Arg('value', () => String, {
      description: upTo(
        nameLength,
        'The number; spaces and case do not matter. A social-care id is written council/id.',
      ),
    })
    value: string,
    @Ctx() { services }: PartnershipContext,
  ): Promise<Child | null> {
    return services.children.byIdentifier(type, value);
  }
}
