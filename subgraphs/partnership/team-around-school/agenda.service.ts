import { endInLife } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import { type Batch, batch, groupBy } from '../../../platform/record/batch.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { standsOn } from './agenda.js';
import { toItem } from './agenda-item.mapper.js';
import type { AgendaItem } from './agenda-item.type.js';
import type { AgendaRepository, StoredItem } from './agenda.repository.js';
import { teamAroundSchoolPolicy } from './team-around-school.policy.js';

/** What a team around a school is to discuss, as far as its member may see each child. */
export class AgendaService {
  private readonly bySchool: Batch<StoredItem[]>;

  constructor(
    private readonly scope: RequestScope,
    private readonly items: AgendaRepository,
  ) {
    this.bySchool = batch(
      (urns) => this.fetch(urns),
      () => [],
    );
  }

  /** The items that stand on the day of a meeting; today's where no day is given. */
  async ofSchool(urn: string, meetingOn?: string | null): Promise<AgendaItem[]> {
    const day = meetingOn ?? this.scope.today;
    return (await this.bySchool.load(urn)).filter((item) => standsOn(item, day)).map(toItem);
  }

  /** Whether a child whom the caller may see stands on a school's agenda today. */
  async lists(urn: string, childId: string): Promise<boolean> {
    return (await this.ofSchool(urn)).some((item) => item.childId === childId);
  }

  private async fetch(urns: readonly string[]): Promise<Map<string, StoredItem[]>> {
    const permit = Permit.for(this.scope.caller, teamAroundSchoolPolicy, {
      tier: 'T2',
      operation: 'teamAroundSchool.agenda',
    });
    const { children } = await this.items.ofSchools(permit, urns);
    const seen = [...children.values()].flatMap((one) =>
      // An item is words about the child: told whole, or not. It stands for a child who lives: see `standsOn`.
      wholeOrNothing(one).map((item) => ({ ...item, until: endInLife(item.until, one.diedOn) ?? item.until })),
    );
    return groupBy(seen.sort(latestFirst), ({ schoolUrn }) => schoolUrn);
  }
}

const latestFirst = (a: StoredItem, b: StoredItem): number =>
  a.meetingOn === b.meetingOn ? (a.id < b.id ? -1 : 1) : a.meetingOn < b.meetingOn ? 1 : -1;
