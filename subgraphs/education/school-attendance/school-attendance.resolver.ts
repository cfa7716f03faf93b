import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import type { EducationContext } from '../context.js';
import { School } from '../school/school.type.js';
import { AttendanceBasis } from './attendance-basis.js';
import { GroupAttendance } from './group-attendance.type.js';

@Resolver(() => School)
export class SchoolAttendanceResolver {
  @Directive('@requiresScopes(scopes: [["education:read"], ["aggregate:read"]])')
  @FieldResolver(() => GroupAttendance, {
    nullable: true,
    description:
      'How the school’s pupils attended between two days. Exact to who leads the school; of another school they are told nothing. To those who plan services and the head of the virtual school with small numbers hidden, over a whole academic year or this one to date, by enrolment; REFUSED to everyone else. INVALID_INPUT for days out of order, to come or of more than two years, and for what your role may not ask.',
  })
  attendance(
    @Root() { urn }: School,
    @Ctx() { services }: EducationContext,
    @Arg('from', () => DateScalar, {
      nullable: true,
      description: 'The first day; 1 September of the academic year of the last unless given.',
    })
    from: string | null | undefined,
    @Arg('to', () => DateScalar, { nullable: true, description: 'The last day; today unless given.' })
    to: string | null | undefined,
    @Arg('basis', () => AttendanceBasis, {
      defaultValue: AttendanceBasis.ENROLMENT,
      description: 'Who is one in the figures.',
    })
    basis: AttendanceBasis,
  ): Promise<GroupAttendance> {
    return services.schoolAttendance.of(urn, { from: from ?? null, to: to ?? null, basis });
  }
}
