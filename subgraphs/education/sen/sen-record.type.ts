import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { SenProvision } from '../../../platform/vocabulary/sen-provision.js';

@ObjectType({ description: 'A need of the child, by the published SEN type code set.' })
export class SenNeed {
  @Field(() => String, { description: 'The code, for example SLCN.' }) code: string;
  @Field(() => String, { description: 'What the code means.' }) label: string;
  @Field(() => Int, { description: '1 is the main need.' }) rank: number;
}

@ObjectType({ description: 'The provision school rolls showed over some days.' })
export class SenProvisionInterval {
  @Field(() => SenProvision, { description: 'The level of provision; the highest where two rolls differ.' })
  provision: SenProvision;
  @Field(() => DateScalar, {
    description: 'The first day: of the enrolment, or the day a later roll first told us of a change.',
  })
  from: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day after, no later than the day the child died; null where it still holds.',
  })
  until: string | null;
}

@ObjectType({ description: 'Special educational needs and provision, as school rolls show them.' })
export class SenRecord {
  @Field(() => SenProvision, { description: 'The provision of today, or the latest that any roll showed.' })
  provision: SenProvision;
  @Field(() => [SenNeed], { description: 'The needs shown with it, the main one first.' }) needs: SenNeed[];
  @Field(() => [SenProvisionInterval], {
    description: 'What rolls showed over time, oldest first; days on no roll are left out.',
  })
  history: SenProvisionInterval[];
}
