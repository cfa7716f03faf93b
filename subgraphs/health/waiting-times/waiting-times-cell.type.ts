import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Comparator } from '../../../platform/vocabulary/comparator.js';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';
import { Organisation } from '../../../platform/vocabulary/organisation.js';
import { WaitingStatus } from '../waiting-list/status.js';
import { ToldService } from '../waiting-list/told-service.js';

const quantiles = 'linear between neighbours; null where nobody waits, or it is hidden.';

@ObjectType({
  description:
    'How long one group of children had been waiting at the end of a day, counted from the day each referral was first received. For a role not entitled to the whole group, 1 to 7 children are hidden (null), and what would tell them; others are to the nearest 5, and lengths of waits are told where that is 10 or more.',
})
export class WaitingTimesCell {
  @Field(() => ToldService, {
    nullable: true,
    description:
      'The service, where divided by it: HEALTH_SERVICE for those that are not named outside health, to whoever keeps no list of them.',
  })
  service: ToldService | null;

  @Field(() => Organisation, { nullable: true, description: 'The provider, where divided by it.' })
  provider: Organisation | null;

  @Field(() => String, { nullable: true, description: 'The published band, in weeks, where divided by it: `18-52`.' })
  band: string | null;

  @Field(() => WaitingStatus, { nullable: true, description: 'The status at the end of the day, where divided by it.' })
  status: WaitingStatus | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Children waiting: received, not seen and not closed. A child is counted once in a group; null where hidden.',
  })
  children: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Referrals whose clock ran past the limit of its standard at the end of the day and had not stopped, also where the child had been seen and no longer waited: four weeks of children’s mental health stop at the latest of three dates. Number of referrals; null where hidden.',
  })
  breachedClocks: number | null;

  @Field(() => Boolean, {
    description:
      'Whether the figures are hidden, since so few children stand behind them or behind what they would tell.',
  })
  suppressed: boolean;

  @Field(() => Float, { nullable: true, description: `The median wait in days, ${quantiles}` })
  medianDays: number | null;

  @Field(() => Float, { nullable: true, description: `The 92nd percentile of waits in days, ${quantiles}` })
  percentile92Days: number | null;

  @Field(() => Float, { nullable: true, description: 'medianDays in weeks, to one decimal place.' })
  medianWeeks: number | null;

  @Field(() => Float, { nullable: true, description: 'percentile92Days in weeks, to one decimal place.' })
  percentile92Weeks: number | null;

  @Field(() => Comparator, {
    nullable: true,
    description: 'The national ambition for waits like these, where there is one. It is no clock of any child.',
  })
  comparator: Comparator | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'How old what is held of waiting lists is; null where none was taken in.',
  })
  asAt: string | null;

  @Field(() => String, { description: 'What is counted, and how.' })
  basis: string;
}
