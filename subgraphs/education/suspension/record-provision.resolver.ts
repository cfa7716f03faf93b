import { Arg, Ctx, Directive, ID, Mutation, Resolver } from 'type-graphql';
import { idLength, keyLength, upTo } from '../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import type { EducationContext } from '../context.js';
import { Suspension } from './suspension.type.js';

/** How it becomes known that provision is in place. */
@Resolver()
export class RecordProvisionResolver {
  @Directive('@requiresScopes(scopes: [["education:write"]])')
  @Mutation(() => Suspension, {
    nullable: true,
    description:
      'Records that full-time provision is in place for a child who is kept out of school: by the school, during a suspension from it; by the council, during a permanent exclusion. What is recorded last holds, also against what the school’s file says. NOT_FOUND for a suspension that does not exist and for one for which your organisation owes nothing.',
  })
  recordProvision(
    @Arg('childId', () => ID, { description: upTo(idLength, 'The child.') }) childId: string,
    @Arg('suspensionStartedOn', () => DateScalar, { description: 'The first day of the suspension or exclusion.' })
    suspensionStartedOn: string,
    @Arg('provider', () => String, { description: upTo(200, 'Who gives the provision.') }) provider: string,
    @Arg('inPlaceOn', () => DateScalar, {
      description: 'The day it was in place: not before the suspension began, nor after today.',
    })
    inPlaceOn: string,
    @Arg('idempotencyKey', () => ID, {
      description: upTo(keyLength, 'The same key again gives the same answer and no second effect.'),
    })
    key: string,
    @Ctx() { services }: EducationContext,
  ): Promise<Suspension> {
    return services.provisions.record({ childId, suspensionStartedOn, provider, inPlaceOn }, key);
  }
}
