import { rulesFor } from '../../../../platform/access/decide.js';
import { Permit } from '../../../../platform/access/permit.js';
import type { Seen } from '../../../../platform/access/seen.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { ClockState } from '../../../../platform/vocabulary/clock-state.js';
import type { WaitingListEntry } from '../waiting-list-entry.type.js';
import { waitingListPolicy } from '../waiting-list.policy.js';
import type { WaitingListService } from '../waiting-list.service.js';
import { type AskedList, askedList, isAsked } from './asked-list.js';
import type { ListedEntriesRepository, ListedPlace } from './listed-entries.repository.js';
import { cursorOf, placesAfter } from './listing-page.js';
import type { WaitingListConnection } from './waiting-list-connection.type.js';
import type { WaitingListFilter } from './waiting-list-filter.type.js';

const operation = 'waitingList';
const tier = 'T3';
/** So many entries are looked at together for what no statement can tell. */
const looked = 200;

/** Waiting lists, page by page: a provider's own, and those of the children whom somebody is connected with. */
export class ListingService {
  constructor(
    private readonly scope: RequestScope,
    private readonly places: ListedEntriesRepository,
    private readonly entries: Pick<WaitingListService, 'entry'>,
  ) {}

  /**
   * @throws Refused for a role and purpose with which no wait is shared; InvalidInput, naming the argument, for what cannot
   * be asked.
   */
  async page(filter: WaitingListFilter, first: number | null, after: string | null): Promise<WaitingListConnection> {
    const { caller, today } = this.scope;
    const asked = askedList(filter, first, caller.claims, today);
    const listed = await this.listed(asked);
    const found = await this.firstOf(placesAfter(listed, after), asked);
    const edges = found.slice(0, asked.first).map((node) => ({ node, cursor: cursorOf(node) }));
    const pageInfo = { hasNextPage: found.length > asked.first, endCursor: edges.at(-1)?.cursor ?? null };
    const counted = asked.breached === null && asked.leastWeeks === null;
    return { edges, pageInfo, totalCount: counted ? listed.length : null };
  }

  /** Where everything stands that the caller may see and is meant, as far as an entry's row tells. */
  private async listed({ none, narrowing }: AskedList): Promise<ListedPlace[]> {
    const { caller } = this.scope;
    const bases = rulesFor(waitingListPolicy, caller.claims, tier, 'READ').flatMap(({ through }) => through);
    const permit = Permit.for(caller, waitingListPolicy, { tier, operation });
    const seen = await this.places.places(permit, { bases: [...new Set(bases)] });
    // Shared in part, an entry is told without its provider: nobody finds out by asking for the lists of another than their own.
    const tellsProvider = narrowing.provider !== null && narrowing.provider !== caller.claims.org;
    return none
      ? []
      : [...seen.values()].flatMap((one) => rowsOf(one, tellsProvider)).filter((one) => isAsked(narrowing, one));
  }

  /** A page of entries and one more, where there are as many. */
  private async firstOf(places: readonly ListedPlace[], asked: AskedList): Promise<WaitingListEntry[]> {
    const found: WaitingListEntry[] = [];
    const step = asked.breached === null && asked.leastWeeks === null ? asked.first + 1 : looked;
    for (let from = 0; from < places.length && found.length <= asked.first; from += step) {
      const some = await Promise.all(places.slice(from, from + step).map(({ id }) => this.entries.entry(id)));
      found.push(...some.filter((one) => one !== null).filter((one) => isMeant(one, asked)));
    }
    return found;
  }
}

function isMeant({ weeksWaiting, clock }: WaitingListEntry, { leastWeeks, breached }: AskedList): boolean {
  if (leastWeeks !== null && weeksWaiting < leastWeeks) return false;
  return breached === null || (clock.state === ClockState.BREACHED) === breached;
}

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
