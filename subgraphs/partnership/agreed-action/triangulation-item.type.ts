import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** `actions` is a field resolver's. */
@Directive('@key(fields: "id")')
@Directive('@requiresScopes(scopes: [["partnership:read"]])')
@ObjectType({ description: 'One child of the weekly list of children on plans.' })
export class TriangulationItem {
  childId: string;
  /** The Monday. */
  week: string;
  @Field(() => ID, { description: 'The hub’s own id of the item: which child and which week.' }) id: string;
}
