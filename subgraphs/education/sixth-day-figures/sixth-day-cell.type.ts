import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';

const hidden = 'Null where hidden; for a role that is told rounded figures it is told of all together alone.';

@ObjectType({
  description:
    'Full-time provision owed to children from the sixth school day of suspension or exclusion, of one group, by the day it was due. `due` is what was in time, late and missing, and what is still to come. For a role not entitled to the whole group, numbers of 1 to 7 children are hidden, and what would tell them; others are to the nearest 5.',
})
export class SixthDayCell {
  @Field(() => [String], {
    description:
      'The group, a value for each of `by` in its order; empty for all together, and where no group is told.',
  })
  key: string[];

  @Field(() => Int, {
    nullable: true,
    description:
      'How often it was owed: sixth days that lie in the school year, of suspensions and exclusions that have begun. Null where hidden.',
  })
  due: number | null;

  @Field(() => Int, { nullable: true, description: `In place on the sixth day or before. ${hidden}` })
  inTime: number | null;

  @Field(() => Int, { nullable: true, description: `In place after that day. ${hidden}` })
  late: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Not in place, as far as anybody told, and that day is over. ${hidden}`,
  })
  missing: number | null;

  @Field(() => Boolean, {
    description: 'Whether any figure is hidden, since so few children stand behind it or behind what it would tell.',
  })
  suppressed: boolean;

  @Field(() => String, { description: 'What is counted, and by which rule.' })
  basis: string;
}
