import { rulesFor } from '../../../platform/access/decide.js';
import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import { mondayOf } from '../../../platform/code-sets/register-week.js';
import { groupBy } from '../../../platform/record/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { mondaysUntil } from './weeks-before.js';
import type { TriangulationConnection } from './triangulation-connection.type.js';
import { toItem } from './triangulation-item.mapper.js';
import type { TriangulationItem } from './triangulation-item.type.js';
import { triangulationPolicy } from './triangulation.policy.js';
import { cursorOf, pageOf } from './urgency.js';
import { type AskedWeek, isMeant, narrowed } from './asked-week.js';
import type { ListedWeek, WeeklyListRepository } from './weekly-list.repository.js';

const operation = 'attendanceTriangulation';
const trendWeeks = 8;

/** The week of children on plans: who of those the caller works with was on a plan in it, and how they attended. */
export class TriangulationService {
  constructor(
    private readonly scope: RequestScope,
    private readonly list: WeeklyListRepository,
  ) {}

  /**
   * A page of the list of one week, most pressing first.
   * @throws Refused for a role and purpose that goes through no child's week; InvalidInput for what cannot be asked.
   */
  async page(asked: AskedWeek): Promise<TriangulationConnection> {
    const { week, first, after, narrowing } = narrowed(asked, this.scope.today);
    const listed = await this.listed(week, narrowing);
    const { items, hasNext } = pageOf(listed, first, after);
    const nodes = await this.items(week, items);
    const edges = items.flatMap((row, at) => {
      const node = nodes[at];
      return node ? [{ node, cursor: cursorOf(row) }] : [];
    });
    const pageInfo = { hasNextPage: hasNext, endCursor: edges.at(-1)?.cursor ?? null };
    return { edges, pageInfo, totalCount: listed.length };
  }

  /** Everyone on the list whom the caller may see today. A child who has died is on none. */
  private async listed(week: string, narrowing: ReturnType<typeof narrowed>['narrowing']): Promise<ListedWeek[]> {
    const { caller, today } = this.scope;
    const { own, statuses, weeks } = this.permits;
    const bases = rulesFor(triangulationPolicy, caller.claims, 'T3', 'READ').flatMap(({ through }) => through);
    const from = { bases: [...new Set(bases)] };
    const seen = await this.list.listed([own, statuses, weeks], from, week);
    return [...seen.values()]
      .filter(({ diedOn }) => !hasDied(diedOn, today))
      .flatMap((child) =>
        wholeOrNothing(child)
          .filter((row) => isMeant(narrowing, row))
          .slice(0, 1),
      );
  }

  /** The items of a page, in its order. */
  private async items(week: string, rows: readonly ListedWeek[]): Promise<TriangulationItem[]> {
    const { today } = this.scope;
    const { weeks: permit } = this.permits;
    const mondays = mondaysUntil(week, trendWeeks);
    const [earliest = week] = mondays;
    const ids = rows.map(({ childId }) => childId);
    const [seen, ofSchools] = await Promise.all([
      this.list.weeksOf(permit, ids, earliest, week),
      this.list.schoolWeeks(permit, lookedBack(rows, earliest), week),
    ]);
    const bySchool = groupBy(ofSchools, ({ urn }) => urn);
    return rows.map((row) =>
      toItem(row, {
        mondays,
        today,
        weeks: wholeOrNothing(seen.get(row.childId)),
        schoolWeeks: bySchool.get(row.schoolUrn ?? '') ?? [],
      }),
    );
  }

  /** Who may go through the week at all; and what the owners of its facts share of each child. */
  private get permits(): Readonly<Record<'own' | 'statuses' | 'weeks', Permit>> {
    const { caller } = this.scope;
    const copy = { holder: Domain.VIRTUAL_SCHOOL, operation };
    return {
      own: Permit.for(caller, triangulationPolicy, { tier: 'T3', operation }),
      statuses: Permit.forCopy(caller, { ...copy, about: Domain.SOCIAL_CARE, tier: 'T3' }),
      weeks: Permit.forCopy(caller, { ...copy, about: Domain.EDUCATION, tier: 'T2' }),
    };
  }
}

/** By school, the Monday from which its weeks are looked at: the trend's first, or when a child of it was in last. */
function lookedBack(rows: readonly ListedWeek[], earliest: string): ReadonlyMap<string, string> {
  const since = new Map<string, string>();
  for (const { schoolUrn, lastAttendedOn } of rows) {
    if (schoolUrn === null) continue;
    const known = since.get(schoolUrn) ?? earliest;
    const last = lastAttendedOn === null ? earliest : mondayOf(lastAttendedOn);
    since.set(schoolUrn, last < known ? last : known);
  }
  return since;
}
