import 'reflect-metadata';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';
import { Identifier, PersonName } from '../child/child.type.js';

/** Why a person has to look. */
export enum MatchReviewKind {
  UNCERTAIN = 'UNCERTAIN',
  TWIN = 'TWIN',
  CONFLICT = 'CONFLICT',
}

registerEnumType(MatchReviewKind, {
  name: 'MatchReviewKind',
  description: 'Why a person has to look.',
  valuesConfig: {
    UNCERTAIN: { description: 'Much is alike, and not enough to be sure.' },
    TWIN: { description: 'They may be twins, or another brother or sister.' },
    CONFLICT: { description: 'Something they share says one child, and something else says two.' },
  },
});

@ObjectType({ description: 'What one source says of who a child is.' })
export class SourceRecord {
  @Field(() => ID, { description: 'The hub’s own id of the record; separateChildren takes it.' }) id: string;
  @Field(() => String, { description: 'The source with its organisation, for example school-census:900001.' })
  source: string;
  @Field(() => PersonName, {
    nullable: true,
    description: 'As the source writes it, with the family names it gave before.',
  })
  name: PersonName | null;
  @Field(() => DateScalar, { nullable: true, description: 'Null where unborn or not said.' })
  dateOfBirth: string | null;
  @Field(() => String, { nullable: true, description: 'The postcode of the child’s home.' }) postcode: string | null;
  @Field(() => [Identifier], {
    nullable: true,
    description: 'The numbers that the domain of the reader’s role issues; empty for other roles.',
  })
  identifiers: Identifier[] | null;
  @Field(() => DateTimeScalar, { description: 'When the source last said something new.' }) receivedAt: string;
}

/** `child` is a field resolver's. */
@ObjectType({ description: 'A child whom the record may be of.' })
export class MatchCandidate {
  childId: string;
  @Field(() => Float, { description: 'That they are one child, by the rules in force: from 0 to 1.' }) score: number;
  @Field(() => [String], { description: 'What is the same and what is not, in words that hold no value.' })
  evidence: string[];
  @Field(() => [String], { description: 'Of the evidence, what is not the same: a slip of a letter is among it.' })
  differences: string[];
}

@ObjectType({
  description: 'A source’s record that may be of a child already known: a person decides. Shown whole or not at all.',
})
export class MatchReview {
  @Field(() => ID, { description: 'The hub’s own id of the review.' }) id: string;
  @Field(() => MatchReviewKind, { description: 'Why a person has to look.' }) kind: MatchReviewKind;
  @Field(() => SourceRecord, { description: 'The record in question.' }) record: SourceRecord;
  @Field(() => [MatchCandidate], { description: 'The children it may be of, the likeliest first.' })
  candidates: MatchCandidate[];
  @Field(() => DateTimeScalar, { description: 'When it was put in the queue.' }) raisedAt: string;
  @Field(() => String, { description: 'The record’s source with its organisation.' }) source: string;
  @Field(() => String, {
    description:
      'OPEN; CONFIRMED: the record was linked to a candidate; SEPARATE: they are kept apart, or were separated again.',
  })
  state: string;
  @Field(() => Int, {
    description:
      'Counts the changes: a decision must name the version it saw. Once confirmed, it is the version of the child’s records, too.',
  })
  version: number;
}
