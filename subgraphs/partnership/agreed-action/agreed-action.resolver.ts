import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import { idLength, keyLength, upTo } from '../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { Child } from '../child/child.type.js';
import { seeChild } from '../child/see-child.js';
import type { PartnershipContext } from '../context.js';
import { AgreedAction } from './agreed-action.type.js';

const onceOnly = upTo(keyLength, 'The same key again gives the same answer and no second effect.');
const ownerBody = {
  nullable: true,
  description: upTo(
    idLength,
    'The body of the partnership that the owner works for: a URN, an ODS code or a council’s code. INVALID_INPUT for one the hub does not know.',
  ),
};

@Resolver(() => AgreedAction)
export class AgreedActionResolver {
  @FieldResolver(() => Child, {
    nullable: true,
    description: 'The child it was agreed for, as far as you may see them.',
  })
  child(
    @Root() { childId }: AgreedAction,
    @Ctx() { services }: PartnershipContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Child | null> {
    return seeChild(services, childId, info);
  }

  @Directive('@requiresScopes(scopes: [["team:write"]])')
  @Mutation(() => AgreedAction, {
    nullable: true,
    description:
      'Records what was agreed to be done for a child: by the virtual school or social care for a child they work with, or by the team around the child’s school. It stays on the weekly list until it is done. NOT_FOUND for a child who does not exist and for one for whom you may record nothing; REFUSED outside the school’s team.',
  })
  recordAction(
    @Arg('what', () => String, { description: upTo(4000, 'What is to be done, in words.') }) what: string,
    @Arg('owner', () => String, { description: upTo(200, 'Who is to do it, in words.') }) owner: string,
    @Arg('idempotencyKey', () => ID, { description: onceOnly }) key: string,
    @Ctx() { services }: PartnershipContext,
    @Arg('schoolUrn', () => ID, {
      nullable: true,
      description: upTo(idLength, 'The school whose team agreed it; not given by the virtual school and social care.'),
    })
    schoolUrn?: string | null,
    @Arg('childId', () => ID, {
      nullable: true,
      description: upTo(
        idLength,
        'The child. INVALID_INPUT where not given: the hub holds no actions of a whole school.',
      ),
    })
    childId?: string | null,
    @Arg('dueOn', () => DateScalar, {
      nullable: true,
      description: 'The day by which it is to be done, today or later; none where not given.',
    })
    dueOn?: string | null,
    @Arg('ownerOrganisation', () => ID, ownerBody)
    ownerOrganisation?: string | null,
  ): Promise<AgreedAction | null> {
    const of = { schoolUrn: schoolUrn ?? null, childId: childId ?? null, ownerOrganisation: ownerOrganisation ?? null };
    return services.actionChanges.record({ ...of, what, owner, dueOn: dueOn ?? null }, key);
  }

  @Directive('@requiresScopes(scopes: [["team:write"]])')
  @Mutation(() => AgreedAction, {
    nullable: true,
    description:
      'Says of an action that it was done, today. NOT_FOUND for one that does not exist or is not yours to complete; CONFLICT where it was done already, or changed since it was seen.',
  })
  completeAction(
    @Arg('id', () => ID, { description: upTo(idLength, 'The action.') }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version that was seen.' }) expectedVersion: number,
    @Arg('idempotencyKey', () => ID, { description: onceOnly }) key: string,
    @Ctx() { services }: PartnershipContext,
  ): Promise<AgreedAction | null> {
    return services.actionChanges.complete(id, expectedVersion, key);
  }
}
