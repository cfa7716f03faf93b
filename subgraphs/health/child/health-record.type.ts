import 'reflect-metadata';
import { Directive, ObjectType } from 'type-graphql';
import { DomainRecord } from '../../../platform/vocabulary/domain-record.js';

/** `waiting` is a field resolver's. */
@Directive('@requiresScopes(scopes: [["health:read"]])')
@ObjectType({
  implements: DomainRecord,
  description: 'What health partners share about the child: waits and their status, never notes.',
})
export class HealthRecord extends DomainRecord {
  childId: string;
}
