import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A body of the partnership: a school, a council service, an NHS provider. */
@Directive('@shareable')
@ObjectType({ description: 'A body of the partnership: a school, a council service, an NHS provider.' })
export class Organisation {
  @Field(() => ID, { description: "The hub's id of the organisation." })
  id: string;

  @Field(() => String, { nullable: true, description: 'What it calls itself.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'What sort of body it is, for example school or NHS provider.' })
  kind: string | null;
}
