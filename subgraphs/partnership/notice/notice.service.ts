import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { toNotice } from './notice.mapper.js';
import { inboxPolicy } from './notice.policy.js';
import type { NoticeRepository, PlacedNotice } from './notice.repository.js';
import { noticeSources } from './notice-source.js';
import type { Notice } from './notice.type.js';

const most = 100;

/** Opens the facts of every domain of whose facts somebody may be told, each under its own rules. */
export const permitsOfFacts = ({ caller }: Pick<RequestScope, 'caller'>, operation: string): Permit[] =>
  noticeSources.map(({ domain, tier }) =>
    Permit.forCopy(caller, { holder: Domain.PARTNERSHIP, about: domain, tier, operation }),
  );

/** What somebody must be told of the children they have a duty to now. */
export class NoticeService {
  constructor(
    private readonly scope: RequestScope,
    private readonly notices: NoticeRepository,
  ) {}

  /**
   * The caller's own, the latest first: unread, read, or both where not said. Of a child who has died nobody is told.
   * @throws Refused for a role and purpose that has no inbox; InvalidInput, naming the argument.
   */
  async page(read: boolean | null, first: number, after: string | null): Promise<Notice[]> {
    if (first < 1 || first > most) throw new InvalidInput('first must be from 1 to 100.');
    if (after !== null && !isSurrogateId(after)) throw new InvalidInput('after must be the id of a notice.');
    const found: PlacedNotice[] = [];
    // Whoever may not be seen takes nobody's place: it is asked on until the page is full, or nothing is left.
    for (let last = after, wanted = first; wanted > 0; wanted = first - found.length) {
      const { shown, places } = await this.next(read, wanted, last);
      found.push(...shown);
      if (places.length < wanted) break;
      last = places.at(-1)?.split('|')[1] ?? null;
    }
    return found.map(toNotice);
  }

  /** As many of the caller's own after one of them, and those among them who may be seen; the latest first. */
  private async next(read: boolean | null, first: number, after: string | null) {
    const operation = 'notices';
    const own = Permit.for(this.scope.caller, inboxPolicy, { tier: 'T2', operation });
    const page = [String(read ?? ''), String(first), after ?? ''].join('|');
    const facts = permitsOfFacts(this.scope, operation);
    const { children, childOf, withheld } = await this.notices.page(own, facts, page);
    const places = [...childOf.keys(), ...withheld].sort().reverse();
    const alive = [...children.values()].filter(({ diedOn }) => !hasDied(diedOn, this.scope.today));
    const shown = alive.flatMap(wholeOrNothing).sort((one, other) => (one.place < other.place ? 1 : -1));
    return { shown, places };
  }
}
