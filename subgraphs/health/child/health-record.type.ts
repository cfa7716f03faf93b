import 'reflect-metadata';
import { Directive, ObjectType } from 'type-graphql';
import { DomainRecord } from '../../../platform/vocabulary/domain-record.js';

/** `waiting` is a field resolver's. */
@Directive('@requiresScopes(scopes: [["health:read"]])')
@ObjectType({
  implements: DomainRecord,
  description:
    'What health partners share about the child: waits and their status, never notes. Shared in part an entry is its service, status and wait, without provider, people, words, history and what is to come.',
})
export class HealthRecord extends DomainRecord {
  childId: string;
}
