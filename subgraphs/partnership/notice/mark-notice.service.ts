import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { Conflict, type HubError, NotFound } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { words } from '../words.js';
import { toNotice, unread } from './notice.mapper.js';
import { inboxPolicy } from './notice.policy.js';
import type { NoticeRepository, StoredNotice } from './notice.repository.js';
import { permitsOfFacts } from './notice.service.js';
import type { Notice } from './notice.type.js';

/** What is said of a notice that was read. */
export interface Mark {
  readonly id: string;
  /** Whether the risk to the child changes, in words; null where nothing is said. */
  readonly riskConsidered: string | null;
  readonly expectedVersion: number;
}

type Answer = { readonly marked: true } | { readonly refusal: 'NO_SUCH_NOTICE' | 'MARKED_SINCE' };

const operation = 'markNoticeRead';
const about = { domain: Domain.PARTNERSHIP };

const errors: Readonly<Record<'NO_SUCH_NOTICE' | 'MARKED_SINCE', () => HubError>> = {
  NO_SUCH_NOTICE: () => new NotFound('There is no such notice for you.', about),
  MARKED_SINCE: () => new Conflict('The notice was marked since you saw it: look again.', about),
};

/**
 * Says of a notice that it was read, and whether the risk was considered. What is refused is answered after the unit is
 * committed, so that the asking stays written down.
 */
export class MarkNoticeService {
  constructor(
    private readonly scope: RequestScope,
    private readonly notices: NoticeRepository,
  ) {}

  async mark(asked: Mark, key: string): Promise<Notice | null> {
    const { riskConsidered: said, id } = asked;
    const mark = { ...asked, riskConsidered: said === null ? null : words('riskConsidered', said) };
    const subjects = { kind: 'notice', keys: isSurrogateId(id) ? [id] : [] };
    const own = Permit.for(this.scope.caller, inboxPolicy, { tier: 'T2', act: 'WRITE', operation });
    const permits = [own, ...permitsOfFacts(this.scope, operation)];
    const done = await this.scope.writes.run(
      permits.map((permit) => ({ permit, subjects })),
      async (writing) => {
        const answer = await writing.once(key, mark, () => this.put(writing, mark));
        if ('refusal' in answer) return answer;
        // Asked again later, the caller may no longer see it.
        const [notice, childId] = [await this.seen(writing, id), writing.opened[0]?.childOf.get(id)];
        return { notice: notice && { ...notice, childId: childId ?? notice.childId } };
      },
    );
    if ('refusal' in done) throw errors[done.refusal]();
    return done.notice && toNotice(done.notice);
  }

  private async put(writing: Writing, { id, expectedVersion, riskConsidered }: Mark): Promise<Answer> {
    const notice = await this.seen(writing, id);
    if (!notice) return { refusal: 'NO_SUCH_NOTICE' };
    if ((notice.mark?.version ?? unread) !== expectedVersion) return { refusal: 'MARKED_SINCE' };
    const { sub: actor, name, role: actorRole, org: organisation } = this.scope.caller.claims;
    const by = { actor, actorName: name || actor, actorRole, organisation };
    const { childId } = notice;
    const next = await this.notices.mark(writing, {
      ...{ noticeId: id, version: expectedVersion + 1, childId, riskConsidered },
      ...by,
    });
    return next ? { marked: true } : { refusal: 'MARKED_SINCE' };
  }

  /** The notice, where it is the caller's to see; of a child who has died there is none. */
  private async seen(writing: Writing, id: string): Promise<StoredNotice | null> {
    const child = writing.opened[0]?.childOf.get(id);
    const verdict = child === undefined ? undefined : writing.opened[0]?.verdicts.get(child);
    if (!verdict || hasDied(verdict.diedOn, this.scope.today)) return null;
    return this.notices.byId(writing, id);
  }
}
