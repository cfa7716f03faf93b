import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { Organisation } from '../../../platform/vocabulary/organisation.js';

@ObjectType({ description: 'Who is signed in, as their token says.' })
export class Viewer {
  @Field(() => String, { description: 'The person’s name.' }) name: string;
  @Field(() => String, { description: 'The one role in use.' }) role: string;
  @Field(() => Organisation, { description: 'Where the person works.' }) organisation: Organisation;
  @Field(() => [String], { description: 'The purposes the person may ask for, the default first.' }) purposes: string[];
}
