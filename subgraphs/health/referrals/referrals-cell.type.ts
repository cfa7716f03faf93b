import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';

const hiddenIfFew = 'null where hidden.';

@ObjectType({
  description:
    'Referrals received in a period, of one group. For a role not entitled to the whole group, a group of 1 to 7 children is hidden, and what would tell it; other numbers are to the nearest 5; outcomes are told where none of them, nor what they leave, is of 1 to 7 children; and nothing but whole quarters of a year, the last until today, is told of.',
})
export class ReferralsCell {
  @Field(() => [String], {
    description:
      'The group, a value for each of `by` in its order; empty for all together, and where no group is told.',
  })
  key: string[];

  @Field(() => Int, {
    nullable: true,
    description: `Referrals received; a wait that goes on elsewhere after a redirect is the same referral. Number of referrals, ${hiddenIfFew}`,
  })
  referrals: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Of those, how many were accepted and not sent on afterwards. Number of referrals, ${hiddenIfFew}`,
  })
  accepted: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many were sent on to another service. Number of referrals, ${hiddenIfFew}`,
  })
  redirected: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many were not accepted. Number of referrals, ${hiddenIfFew}`,
  })
  rejected: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The median of the days from the latest outcome to the day its referrer was told, of those of which one was; linear between neighbours. Null where none was, or it is hidden: it stands on ten children at least, as told.',
  })
  medianDaysToReferrerTold: number | null;

  @Field(() => Boolean, {
    description:
      'Whether the figures are hidden, since so few children stand behind them or behind what they would tell.',
  })
  suppressed: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'How old what is held of waiting lists is; null where none was taken in.',
  })
  asAt: string | null;

  @Field(() => String, { description: 'What is counted, and how.' })
  basis: string;
}
