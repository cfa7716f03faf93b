import { Permit } from '../access/permit.js';
import type { Tier } from '../access/rule.js';
import type { SeenChildren } from '../access/seen.js';
import { wholeOrNothing } from '../access/whole-or-nothing.js';
import type { RequestScope } from '../subgraph/manifest.js';
import type { Domain } from '../vocabulary/domain.js';

/** What a domain has to say of an internal feed: under what it stands, what is read, and what it comes to. */
export interface Feeding<Row, Answer> {
  readonly holder: Domain;
  /** Whose facts they are, where they are a copy. */
  readonly about?: Domain;
  readonly tier: Tier;
  readonly operation: string;
  readonly read: (permit: Permit, children: readonly string[]) => Promise<SeenChildren<Row>>;
  /** What is told of one child; `asAt` is when the latest of the domain's sources arrived. */
  readonly answer: (rows: readonly Row[], childId: string, asAt: string | null) => Answer;
}

/**
 * The one way to an audited internal feed: for a system whose key names the operation, by key, and for every child who is
 * asked for, in that order. A feed tells what the rows say, whether or not the child has died: who keeps a copy reads it
 * until the day of death, as the owner reads the rows, so that a date that is taken back leaves no copy to put right.
 * @throws Refused for every person, and for a system of another operation.
 */
export function feed<Row, Answer>(
  { caller, sources }: Pick<RequestScope, 'caller' | 'sources'>,
  { read, answer, ...want }: Feeding<Row, Answer>,
): (children: readonly string[]) => Promise<Answer[]> {
  return async (children) => {
    const [seen, { asAt }] = await Promise.all([read(Permit.forSystem(caller, want), children), sources()]);
    // A copy is made of the whole: who may see how much of it is decided anew whenever it is read.
    return children.map((childId) => answer(wholeOrNothing(seen.get(childId)), childId, asAt));
  };
}
