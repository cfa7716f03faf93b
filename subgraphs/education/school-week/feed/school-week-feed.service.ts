import { Permit } from '../../../../platform/access/permit.js';
import { InvalidInput } from '../../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import { StaleWeekRepository } from '../stale-week.repository.js';
import type { EducationSchoolWeeks } from './school-week-feed.type.js';
import type { SchoolWeekRepository } from './school-week.repository.js';

const most = 1000;

/** The audited internal feed of schools' weeks, which are about no child: for system callers alone. */
export class SchoolWeekFeedService {
  constructor(
    private readonly scope: RequestScope,
    private readonly schoolWeeks: SchoolWeekRepository,
  ) {}

  /**
   * The weeks counted after a version, at most so many. What changed is counted anew first, for as long as a read may
   * take: what is left then is counted the next time. @throws InvalidInput, and Refused for every person.
   */
  async after(since: string, first: number): Promise<EducationSchoolWeeks> {
    if (!/^\d+$/.test(since)) throw new InvalidInput('since must be a version that this feed gave.');
    if (first < 1 || first > most) throw new InvalidInput('first must be from 1 to 1000.');
    const asked = { holder: Domain.EDUCATION, tier: 'EXISTENCE', operation: 'school-week-feed' } as const;
    const permit = Permit.forSystem(this.scope.caller, asked);
    // Committed before the reading: whatever is counted later has a greater version.
    const uncounted = await this.scope.writes.run([{ permit, subjects: { children: [] } }], (writing) =>
      new StaleWeekRepository(writing).count(),
    );
    const weeks = await this.schoolWeeks.countedAfter(permit, Number(since), first);
    const told = weeks.map((week) => ({ ...week, version: String(week.version) }));
    return { weeks: told, nextVersion: told.at(-1)?.version ?? since, more: uncounted || told.length === first };
  }
}
