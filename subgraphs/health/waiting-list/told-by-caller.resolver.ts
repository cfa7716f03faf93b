import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Voice } from '../../../platform/vocabulary/voice.js';
import type { HealthContext } from '../context.js';
import { stepsFor, voicesFor } from './told-by-caller.js';
import { AllowedStep, WaitingListEntry } from './waiting-list-entry.type.js';

/** What of an entry depends on who asks. */
@Resolver(() => WaitingListEntry)
export class ToldByCallerResolver {
  @FieldResolver(() => [AllowedStep], {
    nullable: true,
    description: 'The steps allowed from here, none from a final status; null for those who may not take them.',
  })
  allowedNext(@Root() entry: WaitingListEntry, @Ctx() { caller }: HealthContext): AllowedStep[] | null {
    return stepsFor(entry, caller);
  }

  @FieldResolver(() => [Voice], {
    nullable: true,
    description:
      'The child’s and a parent’s own words, as they came with the referral: to the provider and to whoever referred; null for everybody else.',
  })
  voices(@Root() entry: WaitingListEntry, @Ctx() { caller }: HealthContext): Voice[] | null {
    return voicesFor(entry, caller);
  }
}
