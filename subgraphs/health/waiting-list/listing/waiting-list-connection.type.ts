import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { PageInfo } from '../../../../platform/vocabulary/page-info.js';
import { WaitingListEntry } from '../waiting-list-entry.type.js';

@ObjectType({ description: 'One entry of a waiting list, and where it stands in it.' })
export class WaitingListEdge {
  @Field(() => WaitingListEntry, { description: 'The entry.' }) node: WaitingListEntry;
  @Field(() => String, { description: 'Pass as `after` to go on after this entry.' }) cursor: string;
}

@ObjectType({ description: 'A page of waiting lists.' })
export class WaitingListConnection {
  @Field(() => [WaitingListEdge], {
    description: 'The longest since first received comes first, then the hub’s own id.',
  })
  edges: WaitingListEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo: PageInfo;

  /** Counted where it is asked for alone: it reads the whole list. */
  count: () => Promise<number | null>;
}
