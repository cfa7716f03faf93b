import path from 'node:path';
import { productRoot } from '../../platform/config/product-root.js';
import type { SubgraphManifest } from '../../platform/subgraph/manifest.js';
import { isSurrogateId } from '../../platform/vocabulary/surrogate-id.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { AttendanceWeekRow } from './attendance/attendance-week.row.js';
import { ChildResolver } from './child/child.resolver.js';
import { Child } from './child/child.type.js';
import { EducationRecordResolver } from './child/education-record.resolver.js';
import { educationPolicy } from './child/education.policy.js';
import { educationServices, type EducationServices } from './context.js';
import { EnrolmentRow } from './enrolment/enrolment.row.js';
import { FeedResolver } from './feed/feed.resolver.js';
import { linkedRolls } from './ingest/linked-rolls.js';
import { attendanceSource, giasSource, schoolCensusSource } from './ingest/sources.js';
import { SchoolResolver } from './school/school.resolver.js';
import { SchoolRow } from './school/school.row.js';

/** Education: schools, rolls and the special educational provision they show, attendance. */
export const subgraph: SubgraphManifest<EducationServices> = {
  domain: Domain.EDUCATION,
  schema: {
    domain: Domain.EDUCATION,
    migrations: path.join(productRoot, 'subgraphs/education/migrations'),
    functions: path.join(productRoot, 'subgraphs/education/functions'),
    policies: [educationPolicy],
    bases: ['SCHOOL_ROLL'],
  },
  rows: [AttendanceWeekRow, EnrolmentRow, SchoolRow],
  resolvers: [ChildResolver, EducationRecordResolver, SchoolResolver, FeedResolver],
  orphanedTypes: [Child],
  owns: ['School'],
  references: {
    Child: ({ id }) => (isSurrogateId(id) ? { id } : null),
    School: ({ urn }, { services }) => services.schools.school(String(urn)),
  },
  services: educationServices,
  federationImports: ['@key', '@shareable', '@inaccessible', '@requiresScopes'],
  ingest: () => [giasSource, schoolCensusSource, attendanceSource],
  consumers: [linkedRolls],
};
