import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';

/** `actions` is a field resolver's. */
@Directive('@key(fields: "childId week")')
@ObjectType({ description: 'One child of the weekly list of children on plans.' })
export class TriangulationItem {
  @Directive('@inaccessible')
  @Field(() => ID, { description: 'Internal: the child.' })
  childId: string;

  @Directive('@inaccessible')
  @Field(() => DateScalar, { description: 'Internal: the Monday of the week.' })
  week: string;
}
