import { Permit } from '../../../../platform/access/permit.js';
import { InvalidInput } from '../../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { EducationCalendarWeeks } from './calendar-feed.type.js';
import type { CalendarWeekRepository } from './calendar-week.repository.js';

const most = 1000;

/** The audited internal feed of schools' calendars, which are about no child: for system callers alone. */
export class CalendarFeedService {
  constructor(
    private readonly scope: RequestScope,
    private readonly calendarWeeks: CalendarWeekRepository,
  ) {}

  /** The weeks that changed after a version, at most so many. @throws InvalidInput, and Refused for every person. */
  async after(since: string, first: number): Promise<EducationCalendarWeeks> {
    if (!/^\d+$/.test(since)) throw new InvalidInput('since must be a version that this feed gave.');
    if (first < 1 || first > most) throw new InvalidInput('first must be from 1 to 1000.');
    const asked = { holder: Domain.EDUCATION, tier: 'EXISTENCE', operation: 'calendar-feed' } as const;
    const permit = Permit.forSystem(this.scope.caller, asked);
    const weeks = await this.calendarWeeks.changedAfter(permit, Number(since), first);
    const told = weeks.map((week) => ({ ...week, version: String(week.version) }));
    return { weeks: told, nextVersion: told.at(-1)?.version ?? since, more: told.length === first };
  }
}
