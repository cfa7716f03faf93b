import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { Voice } from '../../../platform/vocabulary/voice.js';
import { AgreedAction } from '../agreed-action/agreed-action.type.js';
import { AttentionReason } from '../attention/attention-reason.type.js';
import { School } from '../school-people/school.type.js';
import { mayBeLate } from '../may-be-late.js';

@ObjectType({ description: 'A domain’s part of a pack that is left out of it because somebody there may not see it.' })
export class WithheldPart {
  @Field(() => Domain, {
    description:
      'Whose part. PARTNERSHIP: who the child is, the words and the actions; of every other domain, its reasons.',
  })
  domain: Domain;
  @Field(() => String, {
    description: 'Who may not see it, by name, or by the subject of their token where none is known.',
  })
  fromMember: string;
}

/** `child` is a field resolver's. */
@ObjectType({
  description:
    'One child of a pack: of each domain what everybody there may see. Nothing of it tells what is held beyond that.',
})
export class MeetingPackItem {
  childId: string;
  /** Whether everybody there may know who the child is. */
  known: boolean;
  @Field(() => [AttentionReason], {
    description:
      'What needs attention in the week of the meeting, up to its day, the most pressing first: what is not the same to all who are there is left out.' +
      mayBeLate,
  })
  reasons: AttentionReason[];
  @Field(() => [Voice], {
    description: 'The child’s and the parents’ own words, as the agenda has them. Not told to all: none.',
  })
  voices: Voice[];
  @Field(() => [AgreedAction], {
    description:
      'What a school’s team agreed for the child and is still to be done, what is due soonest first. What was agreed for a child on a plan or in care is for those who work with the child, and stands in no pack.',
  })
  openActions: AgreedAction[];
  @Field(() => [WithheldPart], {
    description:
      'Which domains’ part is left out, and because of whom: members, and whoever asks. By role, seat, purpose and agreement alone: it is the same for a child of whom that domain holds nothing.',
  })
  withheld: WithheldPart[];
}

@ObjectType({
  description:
    'What everybody who is to be at a meeting of the team around a school may see of the children on its agenda, and what is withheld from whom.',
})
export class MeetingPack {
  @Field(() => School, { nullable: true, description: 'The school.' }) school: School | null;
  @Field(() => DateScalar, { description: 'The day of the meeting.' }) meetingOn: string;
  @Field(() => [MeetingPackItem], {
    description: 'The children on its agenda whom whoever asks may see, in the agenda’s order, each once.',
  })
  items: MeetingPackItem[];
}
