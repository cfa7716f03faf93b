import 'reflect-metadata';
import { Field, ID, InputType, Int } from 'type-graphql';
import { idLength, upTo } from '../../../../platform/graphql/text-limit.js';
import { WaitingStatus } from '../status.js';
import { ToldService } from '../told-service.js';

@InputType({ description: 'Which entries are meant: those of which all that is given is so.' })
export class WaitingListFilter {
  @Field(() => [ToldService], {
    nullable: true,
    description: 'Of one of these services, by name: one that is not named to you is found by none.',
  })
  services?: ToldService[] | null;

  @Field(() => [WaitingStatus], {
    nullable: true,
    description: 'Standing in one of these; in any where not given. What was entered in error is in no list.',
  })
  statuses?: WaitingStatus[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Waiting, or having waited, this many whole weeks or more: 0 to 2,000.',
  })
  waitingAtLeastWeeks?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: upTo(
      idLength,
      'Of this provider’s lists, by its ODS code. A provider’s staff are listed their own unless they name another.',
    ),
  })
  providerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: upTo(
      idLength,
      'Of children on this school’s roll. For whoever works at a school: their own, and nothing of another. INVALID_INPUT to everyone else, for health holds no rolls.',
    ),
  })
  schoolUrn?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those whose clock is past its standard, or those whose clock is not.',
  })
  breached?: boolean | null;
}
