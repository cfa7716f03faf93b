import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';

const parts = 'Null where hidden; for a role that is told rounded figures it is told of all together alone.';

@ObjectType({
  description:
    'Children of one group who were suspended or permanently excluded in a school year without special educational needs on any roll, and of how many needs were named within a year of it. Each child counts once, by the first time in the group. For a role not entitled to the whole group, numbers of 1 to 7 children are hidden, and what would tell them; others are to the nearest 5.',
})
export class UnidentifiedSenCell {
  @Field(() => [String], {
    description:
      'The group, a value for each of `by` in its order; empty for all together, and where no group is told.',
  })
  key: string[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Children who were suspended or excluded, lunchtimes and what was cancelled left out. Null where hidden.',
  })
  children: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of these, children whose rolls showed no special educational provision on its first day. Null where hidden.',
  })
  withoutSen: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Of \`withoutSen\`, children with SEN support at the most within a year after that day. ${parts}`,
  })
  senSupportWithinYear: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Of \`withoutSen\`, children with an education, health and care plan within a year after that day. ${parts}`,
  })
  ehcPlanWithinYear: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `Both together for every hundred of \`withoutSen\`, to four decimal places where exact, else to one. ${parts}`,
  })
  identifiedPercent: number | null;

  @Field(() => Boolean, {
    description: 'Whether any figure is hidden, since so few children stand behind it or behind what it would tell.',
  })
  suppressed: boolean;

  @Field(() => String, { description: 'What is counted, and by which rule.' })
  basis: string;
}
