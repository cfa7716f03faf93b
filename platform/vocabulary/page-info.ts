import 'reflect-metadata';
import { Directive, Field, ObjectType } from 'type-graphql';

/** Where a page of a Relay connection ends. */
@Directive('@shareable')
@ObjectType({ description: 'Where a page of a connection ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'True while there is more after this page.' })
  hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: 'Pass as `after` to go on; null for an empty page.' })
  endCursor: string | null;
}
