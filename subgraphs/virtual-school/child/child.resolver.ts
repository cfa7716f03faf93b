import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { VirtualSchoolContext } from '../context.js';
import { Child } from './child.type.js';
import { askAlongside } from '../../../platform/record/ask-alongside.js';
import { VirtualSchoolRecord } from './virtual-school-record.type.js';

@Resolver(() => Child)
export class ChildResolver {
  @FieldResolver(() => VirtualSchoolRecord, {
    nullable: true,
    description: 'What the virtual school holds on the child.',
  })
  virtualSchool(
    @Root() { id }: Child,
    @Ctx() { services }: VirtualSchoolContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<VirtualSchoolRecord> {
    const { plans, cohorts, attendance, firstDays } = services;
    return plans.recordOf(id, () =>
      askAlongside(info, 'VirtualSchoolRecord', {
        cohorts: () => cohorts.cohorts(id),
        attendanceWhile: () => attendance.seen(id),
        firstDayProvision: () => firstDays.seen(id),
        peps: () => plans.seen(id),
      }),
    );
  }
}
