import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** `directory` and `teamAroundSchool` are field resolvers'. */
@Directive('@key(fields: "urn")')
@ObjectType({ description: 'A school, as the national register (Get Information about Schools) has it.' })
export class School {
  @Field(() => ID, { description: 'Unique reference number, six digits.' }) urn: string;
}
