import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { VirtualSchoolContext } from '../context.js';
import { Child } from './child.type.js';
import { selects } from '../../../platform/graphql/selects.js';
import { VirtualSchoolRecord } from './virtual-school-record.type.js';

@Resolver(() => Child)
export class ChildResolver {
  @FieldResolver(() => VirtualSchoolRecord, {
    nullable: true,
    description: 'What the virtual school holds on the child.',
  })
  virtualSchool(
    @Root() child: Child,
    @Ctx() { services }: VirtualSchoolContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<VirtualSchoolRecord> {
    return services.records.recordOf(child.id, selects(info, 'attendanceWhile'));
  }
}
