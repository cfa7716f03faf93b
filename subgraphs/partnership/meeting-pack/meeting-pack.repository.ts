import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Domain } from '../../../platform/vocabulary/domain.js';
import { oneAction, type StoredAction } from '../agreed-action/agreed-action.repository.js';
import { AttentionFactRow } from '../attention/attention-fact.row.js';
import { shownByBoth, type StoredReason } from '../attention/attention.repository.js';
import type { AskedMeeting } from './asked-meeting.js';
import { packParts } from './pack-parts.js';

/** Whether the caller belongs to the school's team, and those of the people named who do; and whether the school is closed. */
export interface StoredTable {
  readonly belongs: boolean;
  readonly closed: boolean;
  readonly members: readonly { readonly subject: string; readonly name: string | null }[];
}

/** A domain's part in the pack that one of those who are there may not see. */
export interface StoredWithheld {
  readonly childId: string;
  readonly domain: Domain;
  readonly subject: string;
}

/** A reason, with what it takes to see it besides its domain's tier. */
export interface PackedReason extends StoredReason {
  readonly facet: 'HISTORY' | null;
}

/** What a pack is made of, each part under what was decided of everybody there. */
export interface StoredPack {
  readonly known: SeenChildren<never>;
  readonly actions: SeenChildren<StoredAction>;
  readonly reasons: ReadonlyMap<Domain, SeenChildren<PackedReason>>;
}

/** The permits of a pack: who the child is, what the team says, and each domain's reasons. */
export interface PackPermits {
  readonly known: Permit;
  readonly team: Permit;
  readonly reasons: readonly Permit[];
}

const fact = Columns.of(AttentionFactRow).without('childId', 'factKey', 'tier');

const table = {
  name: 'partnership_meeting_table',
  text: `select partnership.belongs($1) belongs, exists (select from partnership.closed_days($1, $3, $3)) closed, coalesce((
      select json_agg(json_build_object('subject', p.subject, 'name', coalesce(m.name, p.name)) order by p.subject)
      from access.present($1, $2) p
      left join partnership.team_member m on m.school_urn = $1 and m.subject = p.subject), '[]') members`,
};

const withheld = {
  name: 'partnership_withheld_from',
  text: `select w.child_id "childId", w.about "domain", w.subject from access.kept_from($1, $2, $3, $4, $5) w`,
};

const actions = {
  name: 'partnership_pack_actions',
  text: `select k.asked as "childId", ${oneAction.columns}
    from ctx.keys($1) k join partnership.agreed_action a on a.child_id = k.held
    where a.school_urn is not null and a.done_on is null order by a.due_on nulls last, a.recorded_on, a.id`,
  parse: oneAction.parse,
};

const reasons = {
  name: 'partnership_pack_reasons',
  text: `select k.asked as "childId", ${fact.select('f')}
    from ctx.keys($1) k join partnership.attention_fact f on f.child_id = k.held`,
  parse: fact.parser<PackedReason>(),
};

/** The packs of meetings of teams around schools. */
export class MeetingPackRepository {
  constructor(private readonly unit: UnitOfWork) {}

  async table(permit: Permit, { schoolUrn, meetingOn, members }: AskedMeeting): Promise<StoredTable> {
    const [row] = await this.unit.readOfNobody<StoredTable>(permit, {
      ...table,
      values: [schoolUrn, members, meetingOn],
    });
    return row ?? { belongs: false, closed: false, members: [] };
  }

  /** Of children whom the caller may see. */
  withheld(
    permit: Permit,
    { schoolUrn, members }: AskedMeeting,
    children: readonly string[],
  ): Promise<SeenChildren<StoredWithheld>> {
    const parts = [packParts.map(({ domain }) => domain), packParts.map(({ tier }) => tier)];
    return this.unit.read(permit, children, { ...withheld, values: [schoolUrn, members, children, ...parts] });
  }

  /** What everybody who is there may see of the children of these items, which `children` are: no row else is read. */
  async pack(
    { known, team, reasons: ofDomains }: PackPermits,
    { schoolUrn: school, meetingOn, members }: AskedMeeting,
    { items, children }: { readonly items: readonly string[]; readonly children: readonly string[] },
  ): Promise<StoredPack> {
    const question = JSON.stringify({ school, meetingOn, members, items });
    const subjects = { kind: 'meeting-pack', keys: [question], alone: true } as const;
    const [people, said, needed] = await Promise.all([
      this.unit.readByKeys<never>(known, subjects, null, () => undefined),
      this.unit.readByKeys(team, subjects, { ...actions, values: [children] }, ({ childId }) => childId),
      this.unit.readCopies(ofDomains, subjects, { ...reasons, values: [children] }),
    ]);
    return { known: people.children, actions: said.children, reasons: shownByBoth(needed) };
  }
}
