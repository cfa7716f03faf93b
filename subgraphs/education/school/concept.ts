import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { SchoolResolver } from './school.resolver.js';
import { SchoolRow } from './school.row.js';
import { giasSource } from './source/source.js';

/** A school, as the national register has it. */
export const school: Concept<EducationServices> = {
  rows: [SchoolRow],
  resolvers: [SchoolResolver],
  owns: ['School'],
  references: { School: ({ urn }, { services }) => services.schools.school(String(urn)) },
  ingest: () => [giasSource],
};
