import type { Permit } from '../access/permit.js';
import type { Seen, SeenChildren } from '../access/seen.js';
import { type Batch, batch } from './batch.js';
import type { RequestScope } from '../subgraph/manifest.js';
import type { Domain } from '../vocabulary/domain.js';
import { isSurrogateId } from '../vocabulary/surrogate-id.js';
import { ageOf, type RecordAge } from './record-age.js';

/** What a domain has to say of one kind of fact so that it can be read: everything else of a read is the same for all. */
export interface Reading<Row, Told> {
  readonly permit: Permit;
  readonly permits?: undefined;
  readonly read: (permit: Permit, children: readonly string[]) => Promise<SeenChildren<Row>>;
  /** What each outcome comes to: by a `switch` over it. */
  readonly tell: (seen: Seen<Row>, childId: string) => Told;
  /** What is told of a child who is not shared, and of one who does not exist: one answer. */
  readonly untold: Told;
}

/** The same of copies of several domains' facts, each under its owner's own rules, which are read by one statement. */
export interface CopiesReading<Row, Told> {
  readonly permit?: undefined;
  readonly permits: readonly Permit[];
  readonly read: (
    permits: readonly Permit[],
    children: readonly string[],
  ) => Promise<ReadonlyMap<Domain, SeenChildren<Row>>>;
  /** What is seen of one child, owner by owner in the order of the permits: those who share nothing are not among them. */
  readonly tell: (seen: readonly Seen<Row>[], childId: string) => Told;
  readonly untold: Told;
}

/** What every domain's record carries: whose it is, and how old it is. */
export type RecordBase = RecordAge & { readonly childId: string };

/**
 * The one way to read facts of children by their ids: under a permit, everyone who is asked for in one turn at once, each
 * child once for a request, and told as the decision about the child has it.
 */
export class RecordReader<Row, Told> {
  private readonly byChild: Batch<Told>;

  constructor(
    private readonly scope: Pick<RequestScope, 'sources'>,
    private readonly reading: Reading<Row, Told> | CopiesReading<Row, Told>,
  ) {
    this.byChild = batch(
      (ids) => this.fetch(ids),
      () => reading.untold,
    );
  }

  /**
   * What is told of a child. `alongside` begins, in this very turn, what the question goes on to ask of it.
   * @throws Refused for a role and purpose with which the facts are shared of no child; nothing is begun alongside then.
   */
  of(childId: string, alongside?: () => void): Promise<Told> {
    const told = this.byChild.load(childId);
    const { reading } = this;
    const refused = reading.permits ? reading.permits.every((one) => one.refused) : reading.permit.refused;
    if (!refused) alongside?.();
    return told;
  }

  /**
   * The domain's record on a child, as `of`: the same for a child with nothing held and one who may not be seen. Which of
   * the two is not told.
   */
  async recordOf(childId: string, alongside?: () => void): Promise<RecordBase> {
    const [facts] = await Promise.all([this.scope.sources(), this.of(childId, alongside)]);
    return { childId, ...ageOf(facts) };
  }

  private async fetch(ids: readonly string[]): Promise<ReadonlyMap<string, Told>> {
    const { reading } = this;
    const children = ids.filter(isSurrogateId);
    if (reading.permits) {
      const copies = [...(await reading.read(reading.permits, children)).values()];
      return new Map(
        children.map((id) => [
          id,
          reading.tell(
            copies.flatMap((seen) => seen.get(id) ?? []),
            id,
          ),
        ]),
      );
    }
    const seen = await reading.read(reading.permit, children);
    return new Map([...seen].map(([id, child]) => [id, reading.tell(child, id)]));
  }
}
