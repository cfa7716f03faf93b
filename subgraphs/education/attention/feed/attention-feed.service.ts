import { Permit } from '../../../../platform/access/permit.js';
import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import type { AttentionFacts } from '../../../../platform/vocabulary/attention-fact.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { AttendanceWeekRepository } from '../../attendance/attendance-week.repository.js';
import { sessionsOfWeeks } from '../../attendance/measures.js';
import type { EnrolmentRepository } from '../../enrolment/enrolment.repository.js';
import type { StoredEnrolment } from '../../enrolment/stored-enrolment.js';
import type { NoticeFeedRepository } from '../../notice/feed/notice-feed.repository.js';
import { KnownDays } from '../../suspension/known-days.js';
import type { KnownWeeksRepository } from '../../suspension/known-weeks.repository.js';
import type { StoredSuspension, SuspensionRepository } from '../../suspension/suspension.repository.js';
import { registerAttention } from '../register-attention.js';
import { rollAttention } from '../roll-attention.js';
import { suspendedChild } from '../suspended-child.js';

/** Weeks of registers, up to the child's last, that are gone through: those that can be asked for, and the four before. */
const WEEKS = 17;

/** Where the facts are read. */
interface Read {
  readonly weeks: AttendanceWeekRepository;
  readonly facts: NoticeFeedRepository;
  readonly told: SuspensionRepository;
  readonly enrolments: EnrolmentRepository;
  readonly knownWeeks: KnownWeeksRepository;
}

type OfChildren<Answer> = (children: readonly string[]) => Promise<Answer[]>;

/** The audited internal feed of what needs attention: for system callers alone, by key. */
export class AttentionFeedService {
  private readonly parts: readonly OfChildren<AttentionFacts>[];
  private readonly suspensions: OfChildren<readonly StoredSuspension[]>;
  private readonly rolls: OfChildren<readonly StoredEnrolment[]>;
  private readonly days: KnownDays;

  constructor(scope: RequestScope, { weeks, facts, told, enrolments, knownWeeks }: Read) {
    const under = { holder: Domain.EDUCATION, tier: 'T2', operation: 'attention-feed' } as const;
    this.suspensions = feed(scope, {
      ...under,
      read: (permit, ids) => told.ofChildren(permit, ids),
      answer: (rows) => rows,
    });
    this.rolls = feed(scope, {
      ...under,
      read: (permit, ids) => enrolments.ofChildren(permit, ids),
      answer: (rows) => rows,
    });
    this.days = new KnownDays(scope, knownWeeks, Permit.forSystem(scope.caller, under));
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
      (children) => this.ofSuspensions(children),
    ];
  }

  async of(children: readonly string[]): Promise<AttentionFacts[]> {
    const told = await Promise.all(this.parts.map((part) => part(children)));
    return children.map((childId, at) => ({ childId, facts: told.flatMap((part) => part[at]?.facts ?? []) }));
  }

  private async ofSuspensions(children: readonly string[]): Promise<AttentionFacts[]> {
    const [suspensions, rolls] = await Promise.all([this.suspensions(children), this.rolls(children)]);
    const known = await this.days.of(suspensions.flatMap((stored) => stored.map(({ urn }) => urn)));
    return children.map((childId, at) => {
      const held = { stored: suspensions[at] ?? [], rolls: rolls[at] ?? [] };
      return { childId, facts: suspendedChild(held, known) };
    });
  }
}
