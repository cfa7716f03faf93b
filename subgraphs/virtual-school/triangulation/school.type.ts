import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A school as this domain hands it over: what it is, education says. */
@Directive('@key(fields: "urn", resolvable: false)')
@ObjectType({ description: 'A school, as the national register (Get Information about Schools) has it.' })
export class School {
  @Field(() => ID, { description: 'Unique reference number, six digits.' }) urn: string;
}
