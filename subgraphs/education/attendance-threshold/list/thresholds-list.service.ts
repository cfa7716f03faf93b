import { rulesFor } from '../../../../platform/access/decide.js';
import { Permit } from '../../../../platform/access/permit.js';
import { InvalidInput } from '../../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import type { AttendanceWeekRepository } from '../../attendance/attendance-week.repository.js';
import type { EnrolmentRepository } from '../../enrolment/enrolment.repository.js';
import { oneRoll } from '../../enrolment/one-roll.js';
import type { KnownDays } from '../../suspension/known-days.js';
import { childThresholds, type MarkedChild } from '../child-thresholds.js';
import { dayAsked } from '../day-asked.js';
import { lookedBackTo } from '../thresholds-of.js';
import type { CandidateRepository } from './candidate.repository.js';
import type { AttendanceThresholdFilter, ReachedThresholdConnection } from './threshold-list.type.js';
import { cursorOf, pageOf, type Reached } from './threshold-page.js';
import { thresholdsListPolicy } from './thresholds-list.policy.js';

const operation = 'attendanceThresholds';
const mostOnAPage = 100;

/** Children whose registers are read together. */
const AT_ONCE = 500;

/** What is asked of the list, as it came. */
interface AskedList {
  readonly filter: AttendanceThresholdFilter;
  readonly on: string | null;
  readonly first: number;
  readonly after: string | null;
}

/** Where the list reads. */
interface Reads {
  readonly candidates: CandidateRepository;
  readonly weeks: AttendanceWeekRepository;
  readonly enrolments: EnrolmentRepository;
  readonly knownDays: Pick<KnownDays, 'of'>;
}

/** The thresholds of attendance that children have reached, of all whom the caller works with. */
export class ThresholdsListService {
  private readonly permit: Permit;

  constructor(
    private readonly scope: RequestScope,
    private readonly reads: Reads,
  ) {
    this.permit = Permit.for(scope.caller, thresholdsListPolicy, { tier: 'T2', operation });
  }

  /**
   * A page of the list as at a day, or today, those reached last first.
   * @throws Refused for a role and purpose that goes through no such list; InvalidInput for what cannot be asked.
   */
  async page({ filter, on: asked, first, after }: AskedList): Promise<ReachedThresholdConnection> {
    if (first < 1 || first > mostOnAPage) throw new InvalidInput('first must be from 1 to 100.');
    const on = dayAsked(asked, this.scope.today);
    const reached = (await this.reached(on)).filter(
      ({ threshold }) =>
        (filter.kinds?.includes(threshold.kind) ?? true) &&
        (filter.schoolUrn ?? threshold.school.urn) === threshold.school.urn,
    );
    const { items, hasNext } = pageOf(reached, first, after);
    const edges = items.map((one) => ({
      node: { child: { id: one.childId }, threshold: one.threshold },
      cursor: cursorOf(one),
    }));
    const pageInfo = { hasNextPage: hasNext, endCursor: edges.at(-1)?.cursor ?? null };
    return { edges, pageInfo, totalCount: reached.length };
  }

  /** All of them whom the caller may see today in full. */
  private async reached(on: string): Promise<Reached[]> {
    const { caller, today } = this.scope;
    const bases = rulesFor(thresholdsListPolicy, caller.claims, 'T2', 'READ').flatMap(({ through }) => through);
    const days = { from: lookedBackTo(on), to: on };
    const ids = await this.reads.candidates.listed(this.permit, { bases: [...new Set(bases)] }, days);
    const all: Reached[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const children = await this.marked(ids.slice(at, at + AT_ONCE), on);
      const known = await this.reads.knownDays.of(
        [...children.values()].flatMap(({ weeks }) => weeks.map(({ schoolUrn }) => schoolUrn)),
      );
      for (const [childId, child] of children)
        for (const threshold of childThresholds(child, { on, today, known }))
          if (threshold.reachedOn !== null) all.push({ childId, reachedOn: threshold.reachedOn, threshold });
    }
    return all;
  }

  private async marked(ids: readonly string[], on: string): Promise<ReadonlyMap<string, MarkedChild>> {
    const [weeks, rolls] = await Promise.all([
      this.reads.weeks.ofChildren(this.permit, ids, { from: lookedBackTo(on), to: on }),
      this.reads.enrolments.ofChildren(this.permit, ids),
    ]);
    const children = new Map<string, MarkedChild>();
    for (const [id, seen] of weeks) {
      const roll = rolls.get(id);
      if (seen.outcome === 'FULL' && roll?.outcome === 'FULL')
        children.set(id, { weeks: seen.rows, diedOn: seen.diedOn, rolls: oneRoll(roll.rows) });
    }
    return children;
  }
}
