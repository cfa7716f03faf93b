import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { SeenPage } from '../../../platform/access/seen.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { childPolicy } from '../child/child.policy.js';
import type { ChildRepository } from '../child/child.repository.js';
import type { Child } from '../child/child.type.js';
import type { StoredChild } from '../child/stored-child.js';
import { toldChild } from '../child/told-child.js';
import type { ChildConnection } from './roll.type.js';

const mostOnAPage = 100;

/** Who is on the roll of a school, of those whom the caller may see. */
export class RollService {
  private readonly permit: Permit;

  constructor(
    private readonly scope: RequestScope,
    private readonly children: Pick<ChildRepository, 'byIds' | 'ofPage'>,
  ) {
    this.permit = Permit.for(scope.caller, childPolicy, { tier: 'T1', operation: 'teamAroundSchool.roll' });
  }

  /** By name, a page of them; from the first, or after one of them. @throws InvalidInput, naming the argument. */
  async page(school: string, first: number, after: string | null): Promise<ChildConnection> {
    if (first < 1 || first > mostOnAPage) throw new InvalidInput('first must be from 1 to 100.');
    if (after !== null) await this.checkSeen(after);
    const keys = [JSON.stringify({ school, after })] as const;
    const found: Child[] = [];
    let place: string | null = null;
    // Whoever is left out takes nobody’s place; one more than the page says whether there are any.
    do {
      const from = { limit: first + 1 - found.length, after: place };
      const page = await this.children.ofPage(this.permit, { kind: 'roll-page', keys, from });
      found.push(...this.shownOn(page));
      place = page.after;
    } while (place !== null && found.length <= first);
    const edges = found.slice(0, first).map((node) => ({ node, cursor: node.id }));
    return { edges, pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  /** Where a list by name goes on tells something of the name it goes on after: only of a child whom the caller sees. */
  private async checkSeen(after: string): Promise<void> {
    const seen = isSurrogateId(after) ? await this.children.byIds(this.permit, [after]) : null;
    const child = seen?.get(after);
    if (!child || toldChild(child, this.scope) === null) throw new InvalidInput('after must be a cursor of this list.');
  }

  private shownOn({ children, childOf }: SeenPage<StoredChild>): Child[] {
    return [...new Set(childOf.values())].flatMap((id) => {
      const seen = children.get(id);
      return seen && !hasDied(seen.diedOn, this.scope.today) ? (toldChild(seen, this.scope) ?? []) : [];
    });
  }
}
