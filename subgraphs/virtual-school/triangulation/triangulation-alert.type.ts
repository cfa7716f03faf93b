import 'reflect-metadata';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';

/** What makes a child's week one to look at. */
export enum TriangulationAlertKind {
  UNEXPLAINED = 'UNEXPLAINED',
  DROP = 'DROP',
  PART_TIME = 'PART_TIME',
  SUSPENSION = 'SUSPENSION',
  SCHOOL_MOVE = 'SCHOOL_MOVE',
  WORKER_CHANGE = 'WORKER_CHANGE',
}

registerEnumType(TriangulationAlertKind, {
  name: 'TriangulationAlertKind',
  description: 'What makes a child’s week one to look at. The rules are the partnership’s own.',
  valuesConfig: {
    UNEXPLAINED: {
      description:
        'Absent with no reason given yet (code N) on each of two school days running, the second of them in the week; a day on which nothing could be attended is stepped over.',
    },
    DROP: {
      description:
        'At least ten points below the per cent over the four calendar weeks before, of which any with no possible session is left out.',
    },
    PART_TIME: { description: 'A session marked as absent by a part-time timetable (code C2).' },
    SUSPENSION: {
      description:
        'A suspension or permanent exclusion that begins in the week and was not cancelled. Told as far as schools’ files of suspensions have come.',
    },
    SCHOOL_MOVE: { description: 'A main enrolment at another school that begins in the week.' },
    WORKER_CHANGE: { description: 'An allocation to a worker that begins in the week and follows another.' },
  },
});

@ObjectType({ description: 'Something about a child’s week to look at, with its fact.' })
export class TriangulationAlert {
  @Field(() => TriangulationAlertKind, { description: 'Of which kind.' })
  kind: TriangulationAlertKind;

  @Field(() => String, { description: 'What was found, in one plain sentence with its figures.' })
  fact: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day since which it holds.' })
  since: string | null;
}
