import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import type { AttentionFacts } from '../../../../platform/vocabulary/attention-fact.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { AttendanceWeekRepository } from '../../attendance/attendance-week.repository.js';
import { sessionsOfWeeks } from '../../attendance/measures.js';
import type { NoticeFeedRepository } from '../../notice/feed/notice-feed.repository.js';
import { registerAttention } from '../register-attention.js';
import { rollAttention } from '../roll-attention.js';

/** Weeks of registers, up to the child's last, that are gone through: those that can be asked for, and the four before. */
const WEEKS = 17;

/** The audited internal feed of what needs attention: for system callers alone, by key. */
export class AttentionFeedService {
  private readonly parts: readonly ((children: readonly string[]) => Promise<AttentionFacts[]>)[];

  constructor(scope: RequestScope, weeks: AttendanceWeekRepository, facts: NoticeFeedRepository) {
    const under = { holder: Domain.EDUCATION, tier: 'T2', operation: 'attention-feed' } as const;
    this.parts = [
      feed(scope, {
        ...under,
        read: (permit, ids) => weeks.latestOfChildren(permit, ids, WEEKS),
        answer: (rows, childId) => ({ childId, facts: registerAttention(sessionsOfWeeks(rows)) }),
      }),
      feed(scope, {
        ...under,
        read: (permit, ids) => facts.ofChildren(permit, ids),
        answer: (rows, childId) => ({ childId, facts: rollAttention(rows.flatMap(({ spells }) => spells)) }),
      }),
    ];
  }

  async of(children: readonly string[]): Promise<AttentionFacts[]> {
    const told = await Promise.all(this.parts.map((part) => part(children)));
    return children.map((childId, at) => ({ childId, facts: told.flatMap((part) => part[at]?.facts ?? []) }));
  }
}
