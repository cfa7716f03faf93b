import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../../platform/vocabulary/date-scalar.js';
import { PageInfo } from '../../../../platform/vocabulary/page-info.js';
import { Child } from '../../child/child.type.js';

@ObjectType({ description: 'A child who was suspended or permanently excluded in a school year.' })
export class SuspendedChild {
  @Field(() => Child, {
    nullable: true,
    description: 'The child: `education.suspensions` tells of each suspension, and of the days against 45.',
  })
  child: Child | null;
  @Field(() => DateScalar, {
    description:
      'The first day of the last suspension or exclusion that began in the year, one that was cancelled among them.',
  })
  lastStartedOn: string;
}

@ObjectType({ description: 'One child of the list, and where the child stands in it.' })
export class SuspendedChildEdge {
  @Field(() => SuspendedChild, { description: 'The child.' }) node: SuspendedChild;
  @Field(() => String, { description: 'Pass as `after` to go on after this one.' }) cursor: string;
}

@ObjectType({ description: 'A page of the children who were suspended or permanently excluded in a school year.' })
export class SuspendedChildConnection {
  @Field(() => [SuspendedChildEdge], {
    description: 'Those whose last suspension began last first, then by the hub’s own id of the child.',
  })
  edges: SuspendedChildEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo: PageInfo;
}
