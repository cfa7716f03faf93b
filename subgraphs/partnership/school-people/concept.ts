import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { SchoolContactRow } from './school-contact.row.js';
import { SchoolDirectoryResolver } from './school-directory.resolver.js';
import { SchoolDirectoryRow } from './school-directory.row.js';
import { SchoolPostRow } from './school-post.row.js';
import { schoolPeopleSource } from './source/source.js';

/** Who holds which post at a school, and for a cluster of schools. */
export const schoolPeople: Concept<PartnershipServices> = {
  rows: [SchoolDirectoryRow, SchoolPostRow, SchoolContactRow],
  resolvers: [SchoolDirectoryResolver],
  ingest: () => [schoolPeopleSource],
};
