import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { attentionKinds } from '../../../platform/vocabulary/attention-kind.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

@ObjectType({
  description:
    'Why a child needs attention: a fact of one domain’s, told to whom that domain shows such facts. It names nobody.',
})
export class AttentionReason {
  @Field(() => String, {
    description: `What kind of fact it is, the most pressing first: ${attentionKinds.join(', ')}.`,
  })
  kind: string;
  @Field(() => Domain, { description: 'Whose fact it is.' }) domain: Domain;
  @Field(() => String, { description: 'The fact in a sentence, by that domain’s own rules.' }) fact: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day since which it is so.' }) since: string | null;
}
