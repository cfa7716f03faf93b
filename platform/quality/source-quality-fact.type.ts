import 'reflect-metadata';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../vocabulary/date-time-scalar.js';

/** How often one rule was met in the files of a source that came last. */
@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'Internal: how often one rule was met.' })
export class MetRuleFact {
  @Field(() => String, { description: 'The rule.' }) rule: string;
  @Field(() => String, { description: 'The sentence for its sender that stands beside it most often.' })
  message: string;
  @Field(() => Boolean, { description: 'Whether whole records were not taken, or parts of records that were.' })
  whole: boolean;
  @Field(() => Int, { description: 'How many times.' }) count: number;
}

/** One line of a file of which something was not taken. */
@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'Internal: a line of a file of which something was not taken, without any value of it.' })
export class NotTakenFact {
  @Field(() => String, { description: 'The name of the file.' }) file: string;
  @Field(() => Int, { description: 'The line, the first of the file being 1.' }) line: number;
  @Field(() => String, { description: 'The rule.' }) rule: string;
  @Field(() => String, { description: 'Why, in a sentence for its sender.' }) reason: string;
  @Field(() => Boolean, { description: 'Whether the whole record was not taken.' }) whole: boolean;
}

/** What a domain tells the partnership of one of its sources. */
@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'Internal: what came of the files of a source that came last.' })
export class SourceQualityFact {
  @Field(() => String, { description: 'The source, as it is called on the command line.' }) source: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When something of it was last taken.' })
  lastReceived: string | null;
  @Field(() => String, { nullable: true, description: 'How often it is agreed to arrive, as PostgreSQL writes it.' })
  expectedEvery: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When files of it last came, taken or not.' })
  deliveredAt: string | null;
  @Field(() => Int, { nullable: true, description: 'How many records were in them.' }) received: number | null;
  @Field(() => Int, { nullable: true, description: 'How many of these were not taken.' }) rejected: number | null;
  @Field(() => [MetRuleFact], { description: 'What rules were met, the most frequent first.' }) rules: MetRuleFact[];
  @Field(() => [NotTakenFact], { description: 'The first lines of which something was not taken, in order.' })
  lines: NotTakenFact[];
}
