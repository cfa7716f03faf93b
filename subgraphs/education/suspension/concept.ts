import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { SuspensionFeedResolver } from './feed/suspension-feed.resolver.js';
import { SuspendedListResolver } from './list/suspended-list.resolver.js';
import { recordProvisionPolicy } from './record-provision.policy.js';
import { RecordProvisionResolver } from './record-provision.resolver.js';
import { suspensionsSource } from './source/source.js';
import { SuspensionProvisionRow } from './suspension-provision.row.js';
import { SuspensionRow } from './suspension.row.js';
import { SuspensionsResolver } from './suspensions.resolver.js';

/** Suspensions and permanent exclusions: how long, against which limit, and who owes what to the child. */
export const suspension: Concept<EducationServices> = {
  rows: [SuspensionProvisionRow, SuspensionRow],
  policies: [recordProvisionPolicy],
  resolvers: [SuspensionsResolver, SuspendedListResolver, RecordProvisionResolver, SuspensionFeedResolver],
  ingest: () => [suspensionsSource],
};
