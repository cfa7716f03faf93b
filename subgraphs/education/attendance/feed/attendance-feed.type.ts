import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../../platform/vocabulary/date-scalar.js';

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: one school week of one child’s register.' })
export class EducationAttendanceWeek {
  @Field(() => ID, { description: 'The school that kept the register.' }) schoolUrn: string;
  @Field(() => DateScalar, { description: 'The Monday of the week.' }) weekBeginning: string;
  @Field(() => String, {
    description:
      'Ten characters, Monday morning to Friday afternoon: the code itself, `.` for no mark and for one made on a day the child was not on that school’s roll, and a b j 1 to 7 for the codes of two characters C1 C2 J1 Y1 to Y7.',
  })
  marks: string;
}

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: the registers of one child.' })
export class EducationAttendance {
  @Field(() => ID, { description: 'The child.' }) childId: string;
  @Field(() => [EducationAttendanceWeek], {
    description: 'Every week with a mark that counts, oldest first; a week at two schools twice.',
  })
  weeks: EducationAttendanceWeek[];
}
