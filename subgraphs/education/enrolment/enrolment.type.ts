import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { School } from '../school/school.type.js';

@ObjectType({ description: 'One spell of the child on one school’s roll.' })
export class Enrolment {
  @Field(() => School, { description: 'The school.' }) school: School;
  @Field(() => String, {
    nullable: true,
    description: 'National curriculum year: E1, E2, N1, N2, R, 1 to 14, M (mixed) or X (not followed).',
  })
  yearGroup: string | null;
  @Field(() => DateScalar, { description: 'The first day on the roll.' }) from: string;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day no longer on the roll; null while on it. Where the school never said, the day the child started at another main school. No later than the day the child died.',
  })
  until: string | null;
  @Field(() => String, {
    description:
      'As the roll says: CURRENT, CURRENT_MAIN, CURRENT_SUBSIDIARY, FE_COLLEGE or OTHER; UNKNOWN where we hold a register but no roll.',
  })
  status: string;
}
