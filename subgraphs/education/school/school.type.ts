import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "urn")')
@Directive('@requiresScopes(scopes: [["education:read"], ["aggregate:read"]])')
@ObjectType({ description: 'A school, as the national register (Get Information about Schools) has it.' })
export class School {
  @Field(() => ID, { description: 'Unique reference number, six digits.' }) urn: string;
  @Field(() => String, { description: 'The name; `URN 123456` for a school that is not in the register we hold.' })
  name: string;
  @Field(() => String, {
    nullable: true,
    description: 'Phase of education in the words of the register, for example Primary.',
  })
  phase: string | null;
  @Field(() => String, { nullable: true, description: 'Type of school in the words of the register.' }) type:
    string | null;
  @Field(() => String, { nullable: true, description: 'The local authority the school is in.' }) localAuthority:
    string | null;
}
