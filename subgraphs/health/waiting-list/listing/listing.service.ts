import { rulesFor } from '../../../../platform/access/decide.js';
import { Permit } from '../../../../platform/access/permit.js';
import type { Seen } from '../../../../platform/access/seen.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import type { WaitingListEntry } from '../waiting-list-entry.type.js';
import { waitingListPolicy } from '../waiting-list.policy.js';
import type { WaitingListService } from '../waiting-list.service.js';
import { type AskedList, askedList, isAsked, isMeant, questionOf } from './asked-list.js';
import type { ListedEntriesRepository, ListedPlace } from './listed-entries.repository.js';
import { cursorOf, placeAt } from './listing-page.js';
import type { WaitingListConnection } from './waiting-list-connection.type.js';
import type { WaitingListFilter } from './waiting-list-filter.type.js';

const operation = 'waitingList';
const tier = 'T3';
/** So many entries are looked at together for what no statement can tell; more, the longer it takes to find one. */
const looked = { first: 200, most: 1000 };

/** Waiting lists, page by page: a provider's own, and those of the children whom somebody is connected with. */
export class ListingService {
  constructor(
    private readonly scope: RequestScope,
    private readonly places: ListedEntriesRepository,
    private readonly entries: Pick<WaitingListService, 'page'>,
  ) {}

  /**
   * @throws Refused for a role and purpose with which no wait is shared; InvalidInput, naming the argument, for what cannot
   * be asked.
   */
  async page(filter: WaitingListFilter, first: number | null, after: string | null): Promise<WaitingListConnection> {
    const { caller, today } = this.scope;
    const asked = askedList(filter, first, caller.claims, today);
    const found = await this.firstOf(asked, after === null ? null : placeAt(after));
    const edges = found.slice(0, asked.first).map((node) => ({ node, cursor: cursorOf(node) }));
    const pageInfo = { hasNextPage: found.length > asked.first, endCursor: edges.at(-1)?.cursor ?? null };
    return { edges, pageInfo, count: () => this.count(asked) };
  }

  /** A page of entries and one more, where there are as many. */
  private async firstOf(asked: AskedList, from: string | null): Promise<WaitingListEntry[]> {
    const { org } = this.scope.caller.claims;
    const found: WaitingListEntry[] = [];
    let limit = asked.none ? 0 : workedOut(asked) ? looked.first : asked.first + 1;
    for (let after = from; found.length <= asked.first; limit = Math.min(limit * 2, looked.most)) {
      const page = await this.entries.page(questionOf(asked, org), { limit, after, ...through(asked) });
      found.push(...page.entries.filter((entry) => isMeant(entry, asked, org)));
      after = page.after;
      if (after === null) break;
    }
    return found;
  }

  /** How many there are on all pages, as far as an entry's row tells: everybody on the list is opened. */
  private async count({ none, narrowing, ...asked }: AskedList): Promise<number | null> {
    if (workedOut(asked)) return null;
    if (none) return 0;
    const { caller } = this.scope;
    const bases = rulesFor(waitingListPolicy, caller.claims, tier, 'READ').flatMap(({ through }) => through);
    const permit = Permit.for(caller, waitingListPolicy, { tier, operation });
    const seen = await this.places.places(permit, { bases: [...new Set(bases)], ...through(asked) });
    // Shared in part, an entry is told without its provider: nobody finds out by asking for the lists of another than their own.
    const tellsProvider = narrowing.provider !== null && narrowing.provider !== caller.claims.org;
    return [...seen.values()].flatMap((one) => rowsOf(one, tellsProvider)).filter((one) => isAsked(narrowing, one))
      .length;
  }
}

const through = ({ grantee }: Pick<AskedList, 'grantee'>): { grantee?: string } =>
  grantee === undefined ? {} : { grantee };

/** Whether it takes the entries themselves to tell which are meant. */
const workedOut = ({ breached, leastWeeks }: Pick<AskedList, 'breached' | 'leastWeeks'>): boolean =>
  breached !== null || leastWeeks !== null;

/** What an entry's place tells is told where the record is shared in part too. */
function rowsOf(seen: Seen<ListedPlace>, tellsProvider: boolean): readonly ListedPlace[] {
  switch (seen.outcome) {
    case 'FULL':
      return seen.rows;
    case 'REDACTED':
      return tellsProvider ? [] : seen.toRedact;
    case 'EXISTENCE_ONLY':
      return [];
  }
}
