import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, ID, Info, Mutation, Resolver } from 'type-graphql';
import { keyLength, nameLength, upTo } from '../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';
import { Child } from '../child/child.type.js';
import { seeChild } from '../child/see-child.js';
import type { PartnershipContext } from '../context.js';

@Resolver()
export class ClaimResolver {
  @Directive('@requiresScopes(scopes: [["partnership:read"]])')
  @Mutation(() => Child, {
    nullable: true,
    description:
      'For staff who take on a new case, and for match reviewers who are told that two children are taken for one: for eight hours, and with an alert to those responsible, you see who the child is (a reviewer also what each source says, and may separate records). Null, without an error, where no one child has this number and date of birth, and where the child cannot be claimed.',
  })
  async claimRelationship(
    @Arg('identifierType', () => IdentifierType, {
      description: 'A kind of number that your own domain issues; any kind for a match reviewer.',
    })
    identifierType: IdentifierType,
    @Arg('identifier', () => String, { description: upTo(nameLength, 'The number, as in childByIdentifier.') })
    identifier: string,
    @Arg('dateOfBirth', () => DateScalar, { description: 'The child’s date of birth.' }) dateOfBirth: string,
    @Arg('reason', () => String, { description: upTo(500, 'Why, in at least 10 characters.') }) reason: string,
    @Arg('idempotencyKey', () => ID, {
      description: upTo(keyLength, 'The same key again gives the same answer and no second effect.'),
    })
    key: string,
    @Ctx() { services }: PartnershipContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Child | null> {
    const id = await services.claims.claim({ identifierType, identifier, dateOfBirth, reason }, key);
    return id === null ? null : seeChild(services, id, info);
  }
}
