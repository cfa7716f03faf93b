import type { Concept } from '../../../platform/subgraph/concept.js';
import type { HealthServices } from '../context.js';
import { EntryConflictResolver } from './conflict/entry-conflict.resolver.js';
import { EntryConflictRow } from './conflict/entry-conflict.row.js';
import { NoticeFeedResolver } from './feed/notice-feed.resolver.js';
import { TeamFeedResolver } from './feed/team-feed.resolver.js';
import { HealthRecordResolver } from './health-record.resolver.js';
import { ListingResolver } from './listing/listing.resolver.js';
import { ProviderRow } from './provider.row.js';
import { referPolicy } from './refer.policy.js';
import { ReferResolver } from './refer.resolver.js';
import { ReferrerToldRow } from './referrer-told.row.js';
import { RiskConsideredResolver } from './risk-considered.resolver.js';
import { RiskConsideredRow } from './risk-considered.row.js';
import { ProviderLayoutRow } from './source/layout/provider-layout.row.js';
import { providerLayoutSource } from './source/layout/source.js';
import { waitingListSource } from './source/source.js';
import { waitingStandardSource } from './source/standards/source.js';
import { StandardRow } from './standard.row.js';
import { ToldByCallerResolver } from './told-by-caller.resolver.js';
import { WaitIntervalRow } from './wait-interval.row.js';
import { WaitingListChangeRow } from './waiting-list-change.row.js';
import { WaitingListEntryResolver } from './waiting-list-entry.resolver.js';
import { WaitingListEntryRow } from './waiting-list-entry.row.js';
import { waitingListPolicy } from './waiting-list.policy.js';

/** Whom a provider waits to see, since when, and what comes next. */
export const waitingList: Concept<HealthServices> = {
  rows: [
    EntryConflictRow,
    ProviderLayoutRow,
    ProviderRow,
    ReferrerToldRow,
    RiskConsideredRow,
    StandardRow,
    WaitIntervalRow,
    WaitingListChangeRow,
    WaitingListEntryRow,
  ],
  policies: [waitingListPolicy, referPolicy],
  bases: ['REFERRAL'],
  resolvers: [
    HealthRecordResolver,
    ToldByCallerResolver,
    WaitingListEntryResolver,
    ListingResolver,
    ReferResolver,
    RiskConsideredResolver,
    EntryConflictResolver,
    TeamFeedResolver,
    NoticeFeedResolver,
  ],
  owns: ['WaitingListEntry'],
  references: { WaitingListEntry: ({ id }, { services }) => services.waitingLists.entry(String(id)) },
  ingest: () => [waitingListSource, providerLayoutSource, waitingStandardSource],
};
