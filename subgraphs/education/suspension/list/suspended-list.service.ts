import { hasDied } from '../../../../platform/access/lifetime.js';
import { Permit } from '../../../../platform/access/permit.js';
import type { SeenPage } from '../../../../platform/access/seen.js';
import { academicYear, academicYearOf } from '../../../../platform/code-sets/academic-year.js';
import { academicYearAsked } from '../../../../platform/code-sets/academic-year-asked.js';
import { InvalidInput } from '../../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { throughOrganisation } from '../../child/through-organisation.js';
import { suspendedListPolicy } from './suspended-list.policy.js';
import type { MeantSuspensions, SuspendedListRepository } from './suspended-list.repository.js';
import type { SuspendedChildConnection } from './suspended-list.type.js';
import { cursorOf, type Placed, placeAt } from './suspended-place.js';

const tier = 'T2';
const mostOnAPage = 100;

interface Asked {
  readonly academicYear: string | null;
  readonly schoolUrn: string | null;
}

/** The children who were suspended or excluded in a school year, of all whom the caller works with. */
export class SuspendedListService {
  private readonly permit: Permit;

  constructor(
    private readonly scope: RequestScope,
    private readonly list: SuspendedListRepository,
  ) {
    this.permit = Permit.for(scope.caller, suspendedListPolicy, { tier, operation: 'suspendedChildren' });
  }

  /** @throws Refused for a role and purpose that goes through no such list; InvalidInput for what cannot be asked. */
  async page(asked: Asked, first: number, after: string | null): Promise<SuspendedChildConnection> {
    if (first < 1 || first > mostOnAPage) throw new InvalidInput('first must be from 1 to 100.');
    const meant = this.meant(asked);
    const found: Placed[] = [];
    let place = after === null ? null : placeAt(after);
    // Whoever is left out takes nobody’s place; one more than the page says whether there are any.
    do {
      const from = { limit: first + 1 - found.length, after: place };
      const page = await this.list.page(this.permit, { ...from, ...this.through() }, meant);
      found.push(...this.shownOn(page));
      place = page.after;
    } while (place !== null && found.length <= first);
    const edges = found.slice(0, first).map((one) => ({
      node: { child: { id: one.childId }, lastStartedOn: one.lastStartedOn },
      cursor: cursorOf(one),
    }));
    return { edges, pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  /** Nothing of days that are to come. @throws InvalidInput for what is no school year. */
  private meant({ academicYear: asked, schoolUrn: school }: Asked): MeantSuspensions {
    const { today } = this.scope;
    const year = asked === null ? academicYear(today) : academicYearAsked(asked);
    const { from, to } = academicYearOf(`${year.slice(0, 4)}-09-01`);
    return { from, to: to < today ? to : today, school };
  }

  /** Those of a page who live and are shown whole, in the list’s order: in part, no day may be told. */
  private shownOn({ children, childOf }: SeenPage<Placed>): Placed[] {
    return [...new Set(childOf.values())].flatMap((id) => {
      const seen = children.get(id);
      return seen?.outcome === 'FULL' && !hasDied(seen.diedOn, this.scope.today) ? seen.rows : [];
    });
  }

  private through(): { readonly grantee?: string } {
    return throughOrganisation(this.scope.caller, suspendedListPolicy, tier);
  }
}
