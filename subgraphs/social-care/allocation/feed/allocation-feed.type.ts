import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../../platform/vocabulary/date-scalar.js';
import { WorkerRole } from '../../../../platform/vocabulary/worker-role.js';

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: an allocation of a worker to one child, without saying who.' })
export class SocialCareAllocation {
  @Field(() => WorkerRole, { description: 'As what the worker was allocated.' }) role: WorkerRole;
  @Field(() => String, { nullable: true, description: 'The worker’s team; null where the case list names none.' })
  team: string | null;
  @Field(() => DateScalar, { description: 'The first day.' }) from: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day it no longer holds; null while it does.' })
  until: string | null;
}

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: which teams held one child’s case.' })
export class SocialCareAllocationHistory {
  @Field(() => ID, { description: 'The child.' }) childId: string;
  @Field(() => [SocialCareAllocation], { description: 'Every allocation, oldest first.' })
  allocations: SocialCareAllocation[];
}
