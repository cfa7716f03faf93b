import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../../platform/vocabulary/page-info.js';
import { TriangulationItem } from './triangulation-item.type.js';

@ObjectType({ description: 'One item of the weekly list, and where it stands.' })
export class TriangulationEdge {
  @Field(() => TriangulationItem, { description: 'The child and the week.' }) node: TriangulationItem;
  @Field(() => String, { description: 'Pass as `after` to go on after this item.' }) cursor: string;
}

@ObjectType({ description: 'A page of the weekly list of children on plans.' })
export class TriangulationConnection {
  @Field(() => [TriangulationEdge], {
    description:
      'Most alerts first, then the lowest attendance, then the hub’s own id; who could attend nothing, last.',
  })
  edges: TriangulationEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, { nullable: true, description: 'How many children of the list, on all pages, you may see.' })
  totalCount: number | null;
}
