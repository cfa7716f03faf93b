import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../../platform/vocabulary/page-info.js';
import { Child } from '../child/child.type.js';
import { PersonalEducationPlan } from '../pep/personal-education-plan.type.js';

@ObjectType({ description: 'A child whose Personal Education Plan is overdue.' })
export class OverduePep {
  @Field(() => Child, { nullable: true, description: 'The child.' }) child: Child | null;
  @Field(() => PersonalEducationPlan, {
    description: 'The plan that has been overdue longest, of those since the last that was completed.',
  })
  plan: PersonalEducationPlan;

  @Field(() => Int, { description: 'Days since the last day in time, that day not counted.' }) daysOverdue: number;
}

@ObjectType({ description: 'One child of the overdue list, and where the child stands in it.' })
export class OverduePepEdge {
  @Field(() => OverduePep, { description: 'The child and the plan.' }) node: OverduePep;
  @Field(() => String, { description: 'Pass as `after` to go on after this child.' }) cursor: string;
}

@ObjectType({ description: 'A page of the looked-after children whose Personal Education Plan is overdue.' })
export class OverduePepConnection {
  @Field(() => [OverduePepEdge], { description: 'The longest overdue first, then by the hub’s own id; a child once.' })
  edges: OverduePepEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, { nullable: true, description: 'How many children of the list, on all pages, you may see.' })
  totalCount: number | null;
}
