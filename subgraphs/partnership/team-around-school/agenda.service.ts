import { endInLife } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import { type Batch, batch, groupBy } from '../../../platform/record/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { isListedOn, type ItemDays, standsOn } from './agenda.js';
import { toItem } from './agenda-item.mapper.js';
import type { AgendaItem } from './agenda-item.type.js';
import { type AgendaRepository, type ListedItem, placeOf } from './agenda.repository.js';
import { leadsSafeguarding, teamAroundSchoolPolicy } from './team-around-school.policy.js';

type Listed = ListedItem & ItemDays;

/** What a team around a school is to discuss, as far as its member may see each child. */
export class AgendaService {
  private readonly byPlace: Batch<Listed[]>;

  constructor(
    private readonly scope: RequestScope,
    private readonly items: AgendaRepository,
  ) {
    this.byPlace = batch(
      (places) => this.fetch(places),
      () => [],
    );
  }

  /** The agenda of the day of a meeting; today's where no day is given. */
  async ofSchool(urn: string, meetingOn: string | null = null): Promise<AgendaItem[]> {
    const day = meetingOn ?? this.scope.today;
    const safeguards = leadsSafeguarding(this.scope.caller.claims, urn);
    return (await this.on(urn, day))
      .filter((item) => isListedOn(item, day))
      .map((item) => toItem(item, { day, safeguards }));
  }

  /** Whether a child whom the caller may see stands on a school's agenda today. */
  async lists(urn: string, childId: string): Promise<boolean> {
    const { today } = this.scope;
    return (await this.on(urn, today)).some((item) => item.childId === childId && standsOn(item, today));
  }

  private on(urn: string, day: string): Promise<Listed[]> {
    return this.byPlace.load(placeOf({ urn, day }));
  }

  private async fetch(places: readonly string[]): Promise<Map<string, Listed[]>> {
    const permit = Permit.for(this.scope.caller, teamAroundSchoolPolicy, {
      tier: 'T2',
      operation: 'teamAroundSchool.agenda',
    });
    const agendas = places.map((place) => {
      const [urn = '', day = ''] = place.split('|');
      return { urn, day };
    });
    const { children } = await this.items.onAgendas(permit, agendas);
    const seen = [...children.values()].flatMap((one) =>
      // An item is words about the child: told whole, or not.
      wholeOrNothing(one).map((item) => ({
        ...item,
        until: endInLife(item.until, one.diedOn) ?? item.until,
        diedOn: one.diedOn,
      })),
    );
    return groupBy(seen.sort(latestFirst), ({ place }) => place);
  }
}

const latestFirst = (a: Listed, b: Listed): number =>
  a.meetingOn === b.meetingOn ? (a.id < b.id ? -1 : 1) : a.meetingOn < b.meetingOn ? 1 : -1;
