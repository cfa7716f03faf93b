import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { askAlongside } from '../../../platform/record/ask-alongside.js';
import type { EducationContext } from '../context.js';
import { Child } from './child.type.js';
import { EducationRecord } from './education-record.type.js';

@Resolver(() => Child)
export class ChildResolver {
  @FieldResolver(() => EducationRecord, {
    nullable: true,
    description: 'What schools and the council share about the child’s education.',
  })
  education(
    @Root() { id }: Child,
    @Ctx() { services }: EducationContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EducationRecord> {
    return services.records.recordOf(id, () =>
      askAlongside(info, 'EducationRecord', {
        attendance: ({ from, to }) =>
          services.attendance.of(id, (from ?? null) as string | null, (to ?? null) as string | null),
        attendanceCorrections: ({ from, to }) =>
          services.attendanceCorrections.of(id, (from ?? null) as string | null, (to ?? null) as string | null),
        attendanceThresholds: ({ on }) => services.attendanceThresholds.of(id, (on ?? null) as string | null),
        riskOfExclusion: () => services.risks.of(id),
        suspensions: ({ academicYear }) => services.suspensions.of(id, (academicYear ?? null) as string | null),
      }),
    );
  }
}
