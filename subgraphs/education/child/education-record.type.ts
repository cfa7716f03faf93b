import 'reflect-metadata';
import { Directive, ObjectType } from 'type-graphql';
import { DomainRecord } from '../../../platform/vocabulary/domain-record.js';

/** `enrolments`, `attendance`, `attendanceCorrections`, `attendanceThresholds`, `suspensions` and `sen` are field resolvers'. */
@Directive('@requiresScopes(scopes: [["education:read"]])')
@ObjectType({
  implements: DomainRecord,
  description:
    'What schools and the council share about the child’s education. Shared in part it names no school and no day: enrolments, suspensions, corrections of marks and thresholds of attendance are null, and attendance is figures without weeks.',
})
export class EducationRecord extends DomainRecord {
  childId: string;
}
