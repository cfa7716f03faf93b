import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import { mondayOf } from '../../../platform/code-sets/register-week.js';
import { NotFound, Refused } from '../../../platform/errors/hub-error.js';
import { groupBy } from '../../../platform/record/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { toAction } from '../agreed-action/agreed-action.mapper.js';
import { toReason } from '../attention/attention-reason.mapper.js';
import { attentionTiers } from '../attention/attention-source.js';
import { reasonsIn } from '../attention/pressing.js';
import { childPolicy } from '../child/child.policy.js';
import type { AgendaItem } from '../team-around-school/agenda-item.type.js';
import type { AgendaService } from '../team-around-school/agenda.service.js';
import { closedDay } from '../team-around-school/meeting-day.js';
import { teamAroundSchoolPolicy } from '../team-around-school/team-around-school.policy.js';
import { askedMeeting, type AskedMeeting } from './asked-meeting.js';
import { openToAll } from './open-to-all.js';
import { mayAskForPack } from './meeting-pack.policy.js';
import type {
  MeetingPackRepository,
  PackedReason,
  PackPermits,
  StoredPack,
  StoredTable,
} from './meeting-pack.repository.js';
import type { MeetingPack, MeetingPackItem, WithheldPart } from './meeting-pack.type.js';

const holder = Domain.PARTNERSHIP;
const about = { domain: holder };
const operation = 'meetingPack';

/** The pack of a meeting of the team around a school: what everybody who is to be there may see. */
export class MeetingPackService {
  constructor(
    private readonly scope: RequestScope,
    private readonly packs: MeetingPackRepository,
    private readonly agendas: AgendaService,
  ) {}

  /**
   * @throws InvalidInput, naming the argument; Refused to whoever does not speak for the team; NotFound for somebody who does
   * not belong to it, whoever else they are, and where the agenda of that day opens nobody to it whom the caller may see.
   */
  async of(schoolUrn: string, meetingOn: string, members: readonly string[]): Promise<MeetingPack> {
    const asked = askedMeeting({ schoolUrn, meetingOn, members }, this.scope.today);
    const table = await this.packs.table(this.permits().team, asked);
    if (!mayAskForPack(this.scope.caller.claims, schoolUrn, table.belongs))
      throw new Refused('Only those who lead the school, or the team around it, can ask for its packs.', about);
    if (table.closed) throw closedDay();
    if (table.members.length < asked.members.length)
      throw new NotFound(
        'A pack is for members of the team around the school: not everybody named is one today.',
        about,
      );
    const agenda = await this.agendas.ofSchool(schoolUrn, meetingOn);
    const items = await this.itemsOf(asked, table, agenda);
    // An agenda that opens nobody to the team, for whatever reason, is answered like none.
    if (items.length === 0) throw new NotFound('There is nobody on the agenda of that day for a pack.', about);
    return { school: { urn: schoolUrn }, meetingOn, items };
  }

  private async itemsOf(
    asked: AskedMeeting,
    table: StoredTable,
    agenda: readonly AgendaItem[],
  ): Promise<MeetingPackItem[]> {
    const permits = this.permits();
    const ofChild = groupBy(agenda, ({ childId }) => childId);
    const children = [...ofChild.keys()];
    const withheld = await this.packs.withheld(permits.team, asked, children);
    const pack = await this.packs.pack(permits, asked, { items: agenda.map(({ id }) => id), children });
    return [...ofChild].flatMap(([childId, items]) => {
      const one = withheld.get(childId);
      const kept = (one ? wholeOrNothing(one) : []).map(({ domain, subject }) => ({
        domain,
        fromMember: this.nameOf(subject, table),
      }));
      const item = this.itemOf(childId, items, pack, asked, distinct(kept));
      // Whom a restriction or an objection hides from one who is there is not in the pack: no word says that they are hidden.
      const hidden = !item.known && !kept.some(({ domain }) => domain === holder);
      return hidden ? [] : [item];
    });
  }

  private itemOf(
    childId: string,
    items: readonly AgendaItem[],
    pack: StoredPack,
    asked: AskedMeeting,
    withheld: WithheldPart[],
  ): MeetingPackItem {
    const said = pack.actions.get(childId);
    const known = pack.known.has(childId) && said !== undefined;
    return {
      childId,
      known,
      reasons: known ? this.reasonsOf(childId, pack, asked).map(toReason) : [],
      voices: known ? items.flatMap(({ voices }) => voices ?? []) : [],
      openActions: known ? wholeOrNothing(said).map(toAction) : [],
      withheld,
    };
  }

  /** Of a child who has died nothing needs attention. */
  private reasonsOf(childId: string, { reasons }: StoredPack, { meetingOn }: AskedMeeting): readonly PackedReason[] {
    const seen = [...reasons.values()].flatMap((ofDomain) => ofDomain.get(childId) ?? []);
    if (seen.some(({ diedOn }) => hasDied(diedOn, this.scope.today))) return [];
    return reasonsIn(seen.flatMap(openToAll), { first: mondayOf(meetingOn), last: meetingOn });
  }

  private nameOf(subject: string, { members }: StoredTable): string {
    const { sub, name } = this.scope.caller.claims;
    const own = subject === sub && name !== '' ? name : null;
    return members.find((one) => one.subject === subject)?.name ?? own ?? subject;
  }

  private permits(): PackPermits {
    const { caller } = this.scope;
    return {
      known: Permit.for(caller, childPolicy, { tier: 'T1', operation }),
      team: Permit.for(caller, teamAroundSchoolPolicy, { tier: 'T2', operation }),
      reasons: attentionTiers.map(({ domain, tier }) =>
        Permit.forCopy(caller, { holder, about: domain, tier, operation }),
      ),
    };
  }
}

const distinct = (parts: readonly WithheldPart[]): WithheldPart[] => [
  ...new Map(parts.map((part) => [`${part.domain} ${part.fromMember}`, part])).values(),
];
