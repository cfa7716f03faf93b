import 'reflect-metadata';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { TeamMember } from '../../../platform/vocabulary/team-member.js';
import { SchoolPostState } from './posts-on.js';
import { SchoolPostRole } from './school-post-role.js';

registerEnumType(SchoolPostState, {
  name: 'SchoolPostState',
  description: 'Whether anybody holds a post.',
  valuesConfig: {
    HELD: { description: 'Somebody holds it.' },
    VACANT: { description: 'Nobody holds it: the holder has ended, or the directory names nobody.' },
    NOT_RECEIVED: {
      description: 'Not known: the directory has a row of it that could not be taken, and nothing was held before.',
    },
  },
});

export enum SchoolDirectoryState {
  RECEIVED = 'RECEIVED',
  NOT_RECEIVED = 'NOT_RECEIVED',
}

registerEnumType(SchoolDirectoryState, {
  name: 'SchoolDirectoryState',
  description: 'Whether anybody told the hub who works at a school.',
  valuesConfig: {
    RECEIVED: { description: 'A directory of the school came.' },
    NOT_RECEIVED: { description: 'None ever came: that is not to say that its posts are vacant.' },
  },
});

@ObjectType({ description: 'One post at a school on a day, and who holds it.' })
export class SchoolPost {
  @Field(() => SchoolPostRole, { description: 'Which post.' }) role: SchoolPostRole;

  @Field(() => Boolean, { description: 'Whether every school is to fill it.' })
  required: boolean;

  @Field(() => SchoolPostState, { description: 'Whether anybody holds it.' }) state: SchoolPostState;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Of a vacant post, the first day that nobody holds it; null where the directory tells of nobody before.',
  })
  vacantSince: string | null;

  @Field(() => [TeamMember], {
    description:
      'Who holds it: everybody where it is shared, or handed over; none where it is vacant, or not known. How to reach them is told to who works with children.',
  })
  holders: TeamMember[];
}

@ObjectType({ description: 'Who holds which post at a school, as its directory tells it: about staff, and no child.' })
export class SchoolDirectory {
  @Field(() => SchoolDirectoryState, { description: 'Whether a directory of the school ever came.' })
  state: SchoolDirectoryState;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day as it was on which the directory tells it; null where none came.',
  })
  toldOn: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The cluster, locality or family of schools that the school belongs to; null where its directory names none.',
  })
  cluster: string | null;

  @Field(() => [SchoolPost], {
    nullable: true,
    description:
      'Its posts on the day asked for: those that every school fills, whether anybody holds them or not, and others that the directory of the school or of its cluster names. Null where no directory came.',
  })
  posts: SchoolPost[] | null;
}
