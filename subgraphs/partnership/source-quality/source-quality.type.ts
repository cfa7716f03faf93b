import 'reflect-metadata';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

@ObjectType({ description: 'How often one rule was met in the files of a source that came last.' })
export class RuleCount {
  @Field(() => String, { description: 'The rule, as `hub ingest` reports it.' }) rule: string;
  @Field(() => String, {
    description: 'What it asks for, in a sentence for the sender: the one that was said most often.',
  })
  message: string;
  @Field(() => Boolean, {
    description: 'True: whole records were not taken. False: parts were left out of records that were.',
  })
  whole: boolean;
  @Field(() => Int, { description: 'How many times. A record with several faults is counted under each.' })
  count: number;
}

@ObjectType({
  description:
    'What came of the files of one source that came last. It counts records of files, exactly: no child can be told from it.',
})
export class SourceQuality {
  @Field(() => Domain, { description: 'Whose source it is.' }) domain: Domain;
  @Field(() => String, { description: 'The source, as `hub ingest` knows it.' }) source: string;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When something of it was last taken; null if nothing ever was.',
  })
  lastReceived: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'How often it should arrive, in words; null if nothing is agreed.',
  })
  expectedEvery: string | null;
  @Field(() => Boolean, { description: 'True once it is later than agreed.' }) stale: boolean;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When its files last came, also where nothing of them was taken; null where that was before it was counted.',
  })
  deliveredAt: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Records in the files that came last; null where they came before this was counted.',
  })
  received: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Of these, how many were taken, whole or in part. Null as `received`.',
  })
  accepted: number | null;
  @Field(() => Int, { nullable: true, description: 'Of these, how many were not taken at all. Null as `received`.' })
  rejected: number | null;
  @Field(() => [RuleCount], { description: 'Which rules were met in these files, the most frequent first.' })
  byRule: RuleCount[];
}

@ObjectType({
  description: 'A line of a file of which something was not taken: where it stands and why, without any value of it.',
})
export class RejectedLine {
  @Field(() => ID, {
    description: 'Its place among the lines of its source: what `after` takes. It holds until the next file.',
  })
  id: string;
  @Field(() => String, { description: 'The name of the file.' }) file: string;
  @Field(() => Int, { description: 'The line, the first of the file being 1.' }) line: number;
  @Field(() => String, { description: 'The rule, as in `RuleCount`.' }) rule: string;
  @Field(() => String, { description: 'Why, in a sentence for the sender.' }) reason: string;
  @Field(() => Boolean, { description: 'Whether the whole record was not taken, or a part of it was left out.' })
  whole: boolean;
}
