import 'reflect-metadata';
import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { nameLength, upTo } from '../../../platform/graphql/text-limit.js';
import type { EvidenceIdentifierType, PersonEvidence } from '../../../platform/ingest/record.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';
import { Sex } from '../../../platform/vocabulary/sex.js';

@Directive('@inaccessible')
@InputType({ description: 'Internal: a number by which a source knows the person.' })
export class IdentifierEvidenceInput {
  @Field(() => IdentifierType, { description: 'The kind of number.' }) type: EvidenceIdentifierType;
  @Field(() => String, { description: upTo(nameLength, 'The number, in its one written form, already found right.') })
  value: string;
}

@Directive('@inaccessible')
@InputType({ description: 'Internal: what a source says of the person one record is about.' })
export class PersonEvidenceInput {
  @Field(() => String, { description: upTo(nameLength, 'The source with its organisation.') }) source: string;
  @Field(() => String, { description: upTo(400, 'The source’s own stable key for the person.') }) sourceKey: string;
  @Field(() => String, { nullable: true, description: upTo(nameLength, 'Given name, as it may be shown.') }) given?:
    string | null;
  @Field(() => String, { nullable: true, description: upTo(nameLength, 'Family name, as it may be shown.') }) family?:
    string | null;
  @Field(() => String, { nullable: true, description: upTo(nameLength, 'The given name the child goes by.') })
  preferred?: string | null;
  @Field(() => String, { nullable: true, description: upTo(nameLength, 'A family name the child had before.') })
  previousFamily?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Null where unborn or not known.' }) dateOfBirth?:
    string | null;
  @Field(() => Sex, { description: 'Sex as recorded.' }) sex: PersonEvidence['sex'];
  @Field(() => String, { nullable: true, description: upTo(nameLength, 'In its one written form.') }) postcode?:
    string | null;
  @Field(() => [IdentifierEvidenceInput], { description: 'The numbers the record carries.' })
  identifiers: IdentifierEvidenceInput[];
  @Field(() => Boolean, {
    nullable: true,
    description: 'True where the same file gives the source’s key to somebody else, too.',
  })
  keyIsShared?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'True where the source asks for its record to be deleted.' })
  deleted?: boolean | null;
}

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: whose record it is.' })
export class ResolvedChild {
  @Field(() => ID, {
    nullable: true,
    description:
      'The record’s own id, under which its facts stand; null for one that comes back after its source asked for it to be deleted.',
  })
  childId: string | null;
  @Field(() => Boolean, { description: 'True where a person will be asked whose it is.' }) inReview: boolean;
  @Field(() => Boolean, {
    description:
      'True where its source gives its number to somebody else, too: neither holds it until a person has decided.',
  })
  numberDisputed: boolean;
  @Field(() => Boolean, {
    description: 'True where what was held of it until now is deleted, as its source asks with this record.',
  })
  deleted: boolean;
}

/** The input as the platform's own word for it. */
export function toEvidence(input: PersonEvidenceInput): PersonEvidence & { readonly deleted: boolean } {
  return {
    source: input.source,
    sourceKey: input.sourceKey,
    given: input.given ?? null,
    family: input.family ?? null,
    preferred: input.preferred ?? null,
    previousFamily: input.previousFamily ?? null,
    dateOfBirth: input.dateOfBirth ?? null,
    sex: input.sex,
    postcode: input.postcode ?? null,
    identifiers: input.identifiers.map(({ type, value }) => ({ type, value })),
    keyIsShared: input.keyIsShared ?? false,
    deleted: input.deleted ?? false,
  };
}
