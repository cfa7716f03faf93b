import { Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { academicYearToDate } from '../../../../platform/code-sets/academic-year.js';
import { InvalidInput } from '../../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import type { AttendanceWeekRepository, MarkedSpell } from '../../attendance/attendance-week.repository.js';
import type { EnrolmentRepository } from '../../enrolment/enrolment.repository.js';
import { throughOrganisation } from '../../child/through-organisation.js';
import { oneRoll } from '../../enrolment/one-roll.js';
import type { KnownDays } from '../../suspension/known-days.js';
import { childThresholds } from '../child-thresholds.js';
import { dayAsked } from '../day-asked.js';
import { lookedBackTo } from '../thresholds-of.js';
import type { AttendanceThresholdFilter, ReachedThresholdConnection } from './threshold-list.type.js';
import { cursorOf, pageOf, placeAt, type Reached, upToPlace } from './threshold-page.js';
import { thresholdsListPolicy } from './thresholds-list.policy.js';

const operation = 'attendanceThresholds';
const tier = 'T2';
const mostOnAPage = 100;

/** So many children are looked at together: of nearly every one a threshold is reached, so a few more than are on a page. Then twice as many. */
const looked = { atFirst: (first: number) => first + 5, most: 1000 };

/** What is asked of the list, as it came. */
interface AskedList {
  readonly filter: AttendanceThresholdFilter;
  readonly on: string | null;
  readonly first: number;
  readonly after: string | null;
}

/** What is asked of it, with the day. */
type Meant = Pick<AskedList, 'filter'> & { readonly on: string };

/** Where the list reads. */
interface Reads {
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
    this.permit = Permit.for(scope.caller, thresholdsListPolicy, { tier, operation });
  }

  /**
   * A page of the list as at a day, or today, those reached last first.
   * @throws Refused for a role and purpose that goes through no such list; InvalidInput for what cannot be asked.
   */
  async page({ filter, on: asked, first, after }: AskedList): Promise<ReachedThresholdConnection> {
    if (first < 1 || first > mostOnAPage) throw new InvalidInput('first must be from 1 to 100.');
    const meant = { filter, on: dayAsked(asked, this.scope.today) };
    const from = after === null ? null : placeAt(after);
    const found = await this.reached(meant, looked.atFirst(first), (known) => pageOf(known, first, from).hasNext);
    const { items, hasNext } = pageOf(found, first, from);
    const edges = items.map((one) => ({
      node: { child: { id: one.childId }, threshold: one.threshold },
      cursor: cursorOf(one),
    }));
    const pageInfo = { hasNextPage: hasNext, endCursor: edges.at(-1)?.cursor ?? null };
    return { edges, pageInfo, count: () => this.count(meant) };
  }

  private async count(meant: Meant): Promise<number> {
    return (await this.reached(meant, looked.most, () => false)).length;
  }

  /**
   * The beginning of the list, until it is enough: the database names children by a day after which none of their thresholds was
   * reached, and then by their ids, as the list has them. So of whoever was not looked at yet nothing stands before the last who was.
   */
  private async reached(
    { filter, on }: Meant,
    atFirst: number,
    isEnough: (known: readonly Reached[]) => boolean,
  ): Promise<Reached[]> {
    const question = {
      ...{ on, since: lookedBackTo(on), year: academicYearToDate(on).from },
      ...{ kinds: filter.kinds ?? null, school: filter.schoolUrn ?? null },
    };
    const found: Reached[] = [];
    for (let after: string | null = null, limit = atFirst; ; limit = Math.min(2 * limit, looked.most)) {
      const page = { kind: 'attendance-threshold-page', keys: [JSON.stringify(question)] as const };
      const from = { limit, after, ...throughOrganisation(this.scope.caller, thresholdsListPolicy, tier) };
      const seen = await this.reads.weeks.markedOfPage(
        this.permit,
        { ...page, from },
        { from: question.since, to: on },
      );
      found.push(...(await this.reachedBy(seen.children, on)).filter((one) => isMeant(one, filter)));
      after = seen.after;
      if (after === null) return found;
      const known = upToPlace(found, after);
      if (isEnough(known)) return known;
    }
  }

  /** Of whoever is shown in full. */
  private async reachedBy(spells: SeenChildren<MarkedSpell>, on: string): Promise<Reached[]> {
    const { today } = this.scope;
    const full = [...spells].flatMap(([childId, seen]) =>
      seen.outcome === 'FULL'
        ? [{ childId, diedOn: seen.diedOn, weeks: seen.rows.flatMap((spell) => spell.weeks) }]
        : [],
    );
    const urns = full.flatMap(({ weeks }) => weeks.map(({ schoolUrn }) => schoolUrn));
    const [rolls, known] = await Promise.all([
      this.reads.enrolments.ofChildren(
        this.permit,
        full.map(({ childId }) => childId),
      ),
      this.reads.knownDays.of(urns),
    ]);
    return full.flatMap(({ childId, weeks, diedOn }) => {
      const roll = rolls.get(childId);
      if (roll?.outcome !== 'FULL') return [];
      return childThresholds({ weeks, diedOn, rolls: oneRoll(roll.rows) }, { on, today, known }).flatMap((threshold) =>
        threshold.reachedOn === null ? [] : [{ childId, reachedOn: threshold.reachedOn, threshold }],
      );
    });
  }
}

const isMeant = ({ threshold: { kind, school } }: Reached, { kinds, schoolUrn }: AttendanceThresholdFilter): boolean =>
  (kinds?.includes(kind) ?? true) && (schoolUrn ?? school.urn) === school.urn;
