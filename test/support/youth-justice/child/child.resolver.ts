import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { DomainRecord } from '../../../../platform/vocabulary/domain-record.js';
import type { YouthJusticeContext } from '../context.js';

@Directive('@key(fields: "id")')
@ObjectType('Child', { description: 'A child.' })
export class YouthJusticeChild {
  @Field(() => ID, { description: 'The hub’s own id.' }) id: string;
}

@Directive('@requiresScopes(scopes: [["youth-justice:read"]])')
@ObjectType({ implements: DomainRecord, description: 'What youth justice shares.' })
class YouthJusticeRecord extends DomainRecord {
  @Field(() => Boolean, { nullable: true, description: 'Whether an order is open.' }) orderOpen: boolean | null;
}

@Resolver(() => YouthJusticeChild)
export class YouthJusticeResolver {
  @FieldResolver(() => YouthJusticeRecord, {
    nullable: true,
    description: 'What youth justice shares about the child.',
  })
  youthJustice(
    @Root() child: YouthJusticeChild,
    @Ctx() { services }: YouthJusticeContext,
  ): Promise<YouthJusticeRecord> {
    return services.orders.recordOf(child.id);
  }

  @Directive('@requiresScopes(scopes: [["youth-justice:read"]])')
  @Query(() => String, { nullable: true, description: 'Nothing yet.' })
  youthJusticeStatus(): string | null {
    return null;
  }
}
