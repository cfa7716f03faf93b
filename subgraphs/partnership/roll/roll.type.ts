import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { PageInfo } from '../../../platform/vocabulary/page-info.js';
import { Child } from '../child/child.type.js';

@ObjectType({ description: 'One child of a list, and where the child stands in it.' })
export class ChildEdge {
  @Field(() => Child, { description: 'The child.' }) node: Child;
  @Field(() => String, { description: 'Pass as `after` to go on after this one. It names nobody.' }) cursor: string;
}

@ObjectType({ description: 'A page of a list of children.' })
export class ChildConnection {
  @Field(() => [ChildEdge], { description: 'The children, in the list’s order.' }) edges: ChildEdge[];
  @Field(() => PageInfo, { description: 'Where the page ends.' }) pageInfo: PageInfo;
}
