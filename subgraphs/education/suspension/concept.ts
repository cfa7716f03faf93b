import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { suspensionsSource } from './source/source.js';
import { SuspensionRow } from './suspension.row.js';

/** Suspensions and permanent exclusions: how long, against which limit, and who owes what to the child. */
export const suspension: Concept<EducationServices> = {
  rows: [SuspensionRow],
  ingest: () => [suspensionsSource],
};
