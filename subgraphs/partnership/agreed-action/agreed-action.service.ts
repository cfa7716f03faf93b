import { Permit } from '../../../platform/access/permit.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import { type Batch, batch, groupBy } from '../../../platform/record/batch.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { AgendaItem } from '../team-around-school/agenda-item.type.js';
import { placeOf } from '../team-around-school/agenda.repository.js';
import { toAction } from './agreed-action.mapper.js';
import { agreedActionPolicy, schoolsActionPolicy } from './agreed-action.policy.js';
import type { AgreedActionRepository, PlacedAction, StoredAction } from './agreed-action.repository.js';
import type { AgreedAction } from './agreed-action.type.js';
import { isCarriedTo, isOpenOn } from './open-on.js';
import { standsInWeek } from './stands-in-week.js';

type Reader = RecordReader<StoredAction, readonly StoredAction[]>;

/** What was agreed to be done for children, as far as the caller may see it. */
export class AgreedActionService {
  /** Of the weekly list of children on plans, and of a child's own record: one is asked for at a time. */
  private readonly ofList: Reader;
  private readonly ofRecord: Reader;
  private readonly bySchool: Batch<PlacedAction[]>;

  constructor(
    private readonly scope: RequestScope,
    private readonly actions: AgreedActionRepository,
  ) {
    this.ofList = this.readerOf('attendanceTriangulation.actions');
    this.ofRecord = this.plans('child.actions').refused ? this.readerOfTeams() : this.readerOf('child.actions');
    this.bySchool = batch(
      (places) => this.fetch(places),
      () => [],
    );
  }

  /**
   * What stood in the week that begins on a Monday, what is to be done soonest first; none for a child who may not be seen.
   * @throws Refused for a role and purpose that is shown no child's.
   */
  async ofWeek(childId: string, monday: string): Promise<AgreedAction[]> {
    return (await this.ofList.of(childId)).filter((one) => standsInWeek(one, monday)).map(toAction);
  }

  /** Of a child: what is to be done today, what was done, or both. @throws Refused as `ofWeek`. */
  async ofChild(childId: string, open: boolean | null): Promise<AgreedAction[]> {
    const { today } = this.scope;
    return (await this.ofRecord.of(childId)).filter((one) => isAsked(one, open, today)).map(toAction);
  }

  /** Of a school's team: what is to be done on a day, what was done in the year before, or both. */
  async ofSchool(urn: string, open: boolean | null, on: string | null): Promise<AgreedAction[]> {
    const day = on ?? this.scope.today;
    return (await this.bySchool.load(placeOf({ urn, day }))).filter((one) => isAsked(one, open, day)).map(toAction);
  }

  /** What the team has agreed for the child of an item, at whichever meeting, that is carried to the agenda's day. */
  async ofItem({ schoolUrn: urn, childId, day }: AgendaItem): Promise<AgreedAction[]> {
    const agreed = await this.bySchool.load(placeOf({ urn, day }));
    return agreed.filter((one) => one.childId === childId && isCarriedTo(one, day)).map(toAction);
  }

  private async fetch(places: readonly string[]): Promise<Map<string, PlacedAction[]>> {
    const agendas = places.map((place) => {
      const [urn = '', day = ''] = place.split('|');
      return { urn, day };
    });
    const { children } = await this.actions.ofSchools(this.teams('teamAroundSchool.actions'), agendas);
    const agreed = [...children.values()].flatMap(wholeOrNothing).sort(soonestFirst);
    return groupBy(agreed, ({ place }) => place);
  }

  private readerOf(operation: string): Reader {
    const teams = this.teams(operation);
    return new RecordReader<StoredAction, readonly StoredAction[]>(this.scope, {
      permit: this.plans(operation),
      read: (plans, ids) => this.actions.ofChildren({ plans, teams }, ids),
      // An action is words about the child: told whole, or not.
      tell: wholeOrNothing,
      untold: [],
    });
  }

  private readerOfTeams(): Reader {
    return new RecordReader<StoredAction, readonly StoredAction[]>(this.scope, {
      permit: this.teams('child.actions'),
      read: (teams, ids) => this.actions.ofTeams(teams, ids),
      tell: wholeOrNothing,
      untold: [],
    });
  }

  private plans(operation: string): Permit {
    return Permit.for(this.scope.caller, agreedActionPolicy, { tier: 'T4', operation });
  }

  private teams(operation: string): Permit {
    return Permit.for(this.scope.caller, schoolsActionPolicy, { tier: 'T2', operation });
  }
}

const isAsked = (action: StoredAction, open: boolean | null, day: string): boolean =>
  open === null || isOpenOn(action, day) === open;

/** What has no day comes last. */
const never = '9999-12-31';
const soonestFirst = (a: StoredAction, b: StoredAction): number => {
  const [first, second] = [a, b].map(({ dueOn, recordedOn, id }) => `${dueOn ?? never} ${recordedOn} ${id}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
};
