import 'reflect-metadata';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { idLength, upTo } from '../../../../platform/graphql/text-limit.js';
import { PageInfo } from '../../../../platform/vocabulary/page-info.js';
import { Child } from '../../child/child.type.js';
import { AttendanceThreshold } from '../attendance-threshold.type.js';
import { AttendanceThresholdKind } from '../threshold-kind.js';

@InputType({ description: 'Which thresholds of attendance are meant; all that are reached where nothing is given.' })
export class AttendanceThresholdFilter {
  @Field(() => [AttendanceThresholdKind], { nullable: true, description: 'Of these kinds alone.' })
  kinds?: AttendanceThresholdKind[] | null;
  @Field(() => ID, {
    nullable: true,
    description: upTo(idLength, 'At the school of this unique reference number alone.'),
  })
  schoolUrn?: string | null;
}

@ObjectType({ description: 'A threshold of attendance that a child has reached.' })
export class ReachedThreshold {
  @Field(() => Child, { nullable: true, description: 'The child.' }) child: Child | null;
  @Field(() => AttendanceThreshold, { description: 'The threshold, at one school.' }) threshold: AttendanceThreshold;
}

@ObjectType({ description: 'One threshold of the list, and where it stands in it.' })
export class ReachedThresholdEdge {
  @Field(() => ReachedThreshold, { description: 'The child and the threshold.' }) node: ReachedThreshold;
  @Field(() => String, { description: 'Pass as `after` to go on after this one.' }) cursor: string;
}

@ObjectType({ description: 'A page of the thresholds of attendance that children have reached.' })
export class ReachedThresholdConnection {
  @Field(() => [ReachedThresholdEdge], {
    description: 'Those reached last first, then by the hub’s own id of the child, the school’s number and the kind.',
  })
  edges: ReachedThresholdEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo: PageInfo;

  /** Counted where it is asked for alone: it goes along the whole list. */
  count: () => Promise<number>;
}
