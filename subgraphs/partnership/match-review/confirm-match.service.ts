import { Permit } from '../../../platform/access/permit.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { Conflict, type HubError, InvalidInput, NotFound } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { councilCode } from '../../../platform/vocabulary/council-code.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import type { IdentityRepository } from '../identity/identity.repository.js';
import { writeClaims } from '../identity/record-numbers.repository.js';
import { claimsAfter } from './claims-after.js';
import { toReview } from './match-review.mapper.js';
import { matchReviewPolicy } from './match-review.policy.js';
import type { MatchReviewRepository } from './match-review.repository.js';
import type { MatchReview } from './match-review.type.js';
import { eldestFirst } from './separation.js';
import { settleChildren } from './settle-children.service.js';
import type { NewDecision, SourceRecordRepository } from './source-record.repository.js';
import type { StoredReview } from './stored-review.js';
import { carryTwoNhsNumbers } from './two-nhs-numbers.js';

type Refusal = 'NO_SUCH_REVIEW' | 'CHANGED_SINCE' | 'NOT_A_CANDIDATE' | 'TWO_NUMBERS';
type Answer = { readonly id: string } | { readonly refusal: Refusal };

const about = { domain: Domain.PARTNERSHIP };

const errors: Readonly<Record<Refusal, () => HubError>> = {
  NO_SUCH_REVIEW: () => new NotFound('There is no such review that you may see.', about),
  CHANGED_SINCE: () => new Conflict('The review was decided or changed since you saw it: look again.', about),
  NOT_A_CANDIDATE: () => new InvalidInput('The child must be one of the review’s candidates.', about),
  TWO_NUMBERS: () =>
    new InvalidInput('They carry two different NHS numbers: the agencies have to say first which is right.', about),
};

/** What a reviewer decides of a record in the queue. */
export interface MatchDecision {
  readonly reviewId: string;
  readonly expectedVersion: number;
  /** The candidate it is of; null: of none of them. */
  readonly childId: string | null;
  /** Why, in words; null where nothing was said. */
  readonly reason: string | null;
}

/** The review as it stands, with what its reviewer says of it. */
interface ReviewedFor extends StoredReview {
  readonly reason: string | null;
}

/**
 * Decides whose a record in the queue is. What is refused is answered after the unit is committed, so that the asking
 * stays written down.
 */
export class ConfirmMatchService {
  constructor(
    private readonly scope: RequestScope,
    private readonly reviews: MatchReviewRepository,
    private readonly recordRepository: SourceRecordRepository,
    private readonly identity: Pick<IdentityRepository, 'waitForTurn'>,
    /** The council whose area this is. */
    private readonly council = councilCode,
  ) {}

  async confirm(said: MatchDecision, key: string): Promise<MatchReview | null> {
    const { caller, writes } = this.scope;
    const subjects = { kind: 'match-review', keys: isSurrogateId(said.reviewId) ? [said.reviewId] : [] };
    const asked = (['T3', 'T1'] as const).map((tier) => ({
      permit: Permit.for(caller, matchReviewPolicy, { tier, act: 'WRITE', operation: 'confirmMatch' }),
      subjects,
    }));
    const done = await writes.run(asked, async (writing) => {
      const answer = await writing.once(key, said, () => this.decide(writing, said));
      return 'refusal' in answer ? answer : { review: await this.reviews.byId(writing, answer.id) };
    });
    if ('refusal' in done) throw errors[done.refusal]();
    return done.review ? toReview(done.review) : null;
  }

  private async decide(writing: Writing, said: MatchDecision): Promise<Answer> {
    const { reviewId, expectedVersion, childId, reason } = said;
    await this.identity.waitForTurn(writing);
    const whole = writing.opened.every(({ childOf, withheld }) => childOf.has(reviewId) && !withheld.has(reviewId));
    const review = whole ? await this.reviews.forUpdate(writing, reviewId) : null;
    if (!review) return { refusal: 'NO_SUCH_REVIEW' };
    if (review.state !== 'OPEN' || review.version !== expectedVersion) return { refusal: 'CHANGED_SINCE' };
    const ids = await this.recordRepository.idsOf(writing, [
      review.childId,
      ...review.candidates.map((one) => one.childId),
    ]);
    if (!ids) return { refusal: 'CHANGED_SINCE' };
    if (childId === null) return this.keepApart(writing, { ...review, reason }, ids);
    const chosen = review.candidates.find((one) => ids.get(one.childId)?.includes(childId));
    return chosen ? this.link(writing, { ...review, reason }, chosen, ids) : { refusal: 'NOT_A_CANDIDATE' };
  }

  private async link(
    writing: Writing,
    review: ReviewedFor,
    chosen: StoredReview['candidates'][number],
    ids: ReadonlyMap<string, string[]>,
  ): Promise<Answer> {
    const { council, scope } = this;
    const [own, theirs] = [ids.get(review.childId) ?? [], ids.get(chosen.childId) ?? []];
    const records = await this.recordRepository.under(writing, [...new Set([...own, ...theirs])]);
    const of = (side: readonly string[]) => records.filter(({ childId }) => side.includes(childId));
    if (carryTwoNhsNumbers(of(own), of(theirs))) return { refusal: 'TWO_NUMBERS' };
    const child = eldestFirst(records);
    // Somebody said of two of these that they are two: whoever joined them since has to be asked first.
    const apart = await this.recordRepository.apart(writing, child);
    if (apart.some(([one, other]) => own.includes(one) !== own.includes(other))) return { refusal: 'CHANGED_SINCE' };
    const version = Math.max(review.version, await this.recordRepository.version(writing, child)) + 1;
    await this.recordRepository.decide(writing, [this.decision(review, chosen, 'CONFIRMED')]);
    await this.reviews.decided(writing, review, {
      state: 'CONFIRMED',
      version,
      council,
      today: scope.today,
    });
    await settleChildren(
      writing,
      this.recordRepository,
      { children: [child], records, version },
      { council, sources: scope.recordSources, today: scope.today },
    );
    await this.settleNumber(writing, review, ids, theirs);
    return { id: review.id };
  }

  /** Of none of the candidates: no file links it with any of them again. */
  private async keepApart(writing: Writing, review: ReviewedFor, ids: ReadonlyMap<string, string[]>): Promise<Answer> {
    const { council, scope } = this;
    const own = ids.get(review.childId) ?? [];
    const others = review.candidates.flatMap(({ childId }) => ids.get(childId) ?? []);
    // Linked meanwhile: whoever knows better has to separate them.
    if (others.some((id) => own.includes(id))) return { refusal: 'CHANGED_SINCE' };
    await this.recordRepository.keepApart(
      writing,
      own.flatMap((one) => others.map((other) => [one, other] as const)),
    );
    await this.recordRepository.decide(
      writing,
      review.candidates.map((candidate) => this.decision(review, candidate, 'KEPT_APART')),
    );
    const version = review.version + 1;
    await this.reviews.decided(writing, review, { state: 'SEPARATE', version, council, today: scope.today });
    await this.settleNumber(writing, review, ids, null);
    return { id: review.id };
  }

  /** Whoever came under one number was asked about from either side: what is said of one record is said of the other. */
  private async settleNumber(
    writing: Writing,
    review: StoredReview,
    ids: ReadonlyMap<string, string[]>,
    joined: readonly string[] | null,
  ): Promise<void> {
    const own = ids.get(review.childId) ?? [];
    const others = review.candidates.map(({ childId }) => ids.get(childId) ?? []);
    const records = await this.recordRepository.under(writing, [...own, ...others.flat()]);
    const children = joined
      ? [[...own, ...joined], ...others.filter((child) => !child.some((id) => joined.includes(id)))]
      : [own, ...others];
    const { recordSources: sources } = this.scope;
    const said = { childId: review.childId, another: joined === null, children };
    await writeClaims(writing, claimsAfter(records, said, sources), sources);
    await this.reviews.answered(writing, own, joined ?? others.flat());
  }

  private decision(
    { id, childId, ruleVersion, reason }: ReviewedFor,
    { childId: otherId, score, evidence }: StoredReview['candidates'][number],
    kind: NewDecision['kind'],
  ): NewDecision {
    const { sub: actor, name: actorName } = this.scope.caller.claims;
    const said = { rule: 'person', ruleVersion, probability: score, evidence, reason, since: null };
    return { childId, otherId, kind, reviewId: id, actor, actorName, ...said };
  }
}
