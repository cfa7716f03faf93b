import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { teamAroundSchoolPolicy } from '../team-around-school/team-around-school.policy.js';
import { toChange } from './change.mapper.js';
import type { ChangeRepository } from './change.repository.js';
import { changeSources, ownTiers } from './change-source.js';
import type { Change } from './change.type.js';
import { knownOf } from './known-of.js';
import type { LookService } from './look.service.js';

/** At most so many at once. */
const mostChanges = 500;

/** A place in the list, as `partnership.place_of_change` writes it. */
const aPlace = /^\d{13}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What changed of the children the caller may see: of each domain, as far as that domain's own rules show it. */
export class ChangeService {
  constructor(
    private readonly scope: RequestScope,
    private readonly changes: ChangeRepository,
    private readonly looks: LookService,
  ) {}

  /**
   * The latest first. To ask for them from the beginning is to look: see `LookService`.
   * @throws InvalidInput, naming the argument.
   */
  async page(since: string, first: number, after: string | null): Promise<Change[]> {
    if (first < 1 || first > mostChanges) throw new InvalidInput(`first must be from 1 to ${String(mostChanges)}.`);
    if (after !== null && !aPlace.test(after)) throw new InvalidInput('after must be the id of a change.');
    const found: Change[] = [];
    // What may not be told takes nobody's place: it is asked on until the page is full, or nothing is left.
    for (let last = after, more = true; more && found.length < first;) {
      const { known, goOn } = await this.next(since, first - found.length, last);
      found.push(...known);
      more = goOn !== null;
      last = goOn;
    }
    if (after === null) await this.looks.note();
    return found.slice(0, first);
  }

  private async next(since: string, limit: number, after: string | null) {
    const pages = await this.changes.pages(this.permits(), { since, limit, after, agenda: this.seesAgendas });
    const told = pages.map((page) => ({
      after: page.after,
      // Part of a change makes no sense; of a child who has died nobody is told.
      shown: [...page.children]
        .filter(([, { diedOn }]) => !hasDied(diedOn, this.scope.today))
        // Told of the child, whichever of the child's records it stands under.
        .flatMap(([childId, seen]) => wholeOrNothing(seen).map((row) => ({ ...row, childId }))),
    }));
    const { known, goOn } = knownOf(told);
    return { known: known.map(toChange), goOn };
  }

  private permits(): Permit[] {
    const own = ownTiers.map((tier) => ({ domain: Domain.PARTNERSHIP, tier }));
    return [...changeSources, ...own].map(({ domain, tier }) =>
      Permit.forCopy(this.scope.caller, { holder: Domain.PARTNERSHIP, about: domain, tier, operation: 'changes' }),
    );
  }

  // What a team agreed stands under the tier of its agenda, and is seen by more: the tier alone does not open an agenda.
  private get seesAgendas(): boolean {
    return !Permit.for(this.scope.caller, teamAroundSchoolPolicy, { tier: 'T2', operation: 'changes' }).refused;
  }
}
