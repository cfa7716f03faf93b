import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { noticeFeed } from './notice-feed.js';
import { NoticeMarkRow } from './notice-mark.row.js';
import { noticePolicy } from './notice.policy.js';
import { NoticeResolver } from './notice.resolver.js';
import { NoticeRow } from './notice.row.js';

/** What somebody must be told of a child, and that it was read. */
export const notice: Concept<PartnershipServices> = {
  rows: [NoticeRow, NoticeMarkRow],
  policies: [noticePolicy],
  resolvers: [NoticeResolver],
  consumers: [noticeFeed],
};
