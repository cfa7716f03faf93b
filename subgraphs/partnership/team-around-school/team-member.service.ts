import { Permit } from '../../../platform/access/permit.js';
import { InvalidInput, Refused } from '../../../platform/errors/hub-error.js';
import { type Batch, batch } from '../../../platform/record/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import { toSeat } from './seat.mapper.js';
import type { StoredTeam, TeamMemberRepository } from './team-member.repository.js';
import { maySeat, teamAroundSchoolPolicy } from './team-around-school.policy.js';
import type { TeamAroundSchool } from './team-around-school.type.js';
import { words } from '../words.js';

const refusal = (message: string): Refused => new Refused(message, { domain: Domain.PARTNERSHIP });

/** Who sits in the team around a school. */
export class TeamMemberService {
  private readonly bySchool: Batch<StoredTeam | null>;

  constructor(
    private readonly scope: RequestScope,
    private readonly seats: TeamMemberRepository,
  ) {
    this.bySchool = batch(
      (urns) => this.fetch(urns),
      () => null,
    );
  }

  /** Refused to anyone outside the team: an empty one would say that there is none. */
  async ofSchool(schoolUrn: string): Promise<TeamAroundSchool> {
    const team = await this.bySchool.load(schoolUrn);
    if (!team?.belongs) throw refusal('You are not in the team around this school.');
    return { schoolUrn, members: team.members.map(toSeat) };
  }

  /** Seats somebody until a day, or without end; a day that is today ends the seat. */
  async set(
    schoolUrn: string,
    userId: string,
    role: string,
    until: string | null,
    key: string,
  ): Promise<TeamMember | null> {
    const { caller, today, writes } = this.scope;
    const { sub: actor, name, org } = caller.claims;
    const subject = words('userId', userId);
    if (!/^\d{6}$/.test(schoolUrn)) throw new InvalidInput('schoolUrn must be six digits.');
    if (until !== null && until < today) throw new InvalidInput('until must not be before today.');
    const self = subject === actor ? { name, organisationId: org } : { name: null, organisationId: null };
    const seat = { schoolUrn, subject, ...self, role: words('role', role), since: today, until };
    const permit = Permit.for(caller, teamAroundSchoolPolicy, { tier: 'T2', act: 'WRITE', operation: 'setTeamMember' });
    const asked = [{ permit, subjects: { kind: 'team-seat', keys: [`${schoolUrn}|${subject}`] } }];
    const done = await writes.run(asked, async (writing) => {
      const held = await this.seats.belongs(writing, schoolUrn);
      if (!maySeat(caller.claims, schoolUrn, { held, subject })) return null;
      const body = { schoolUrn, userId, role, until };
      await writing.once(key, body, async () => {
        await this.seats.set(writing, seat);
        return {};
      });
      return { seat: await this.seats.seat(writing, schoolUrn, subject) };
    });
    if (!done) throw refusal('Only those who lead the school, or such teams, can say who is in its team.');
    return done.seat ? toSeat(done.seat) : null;
  }

  private async fetch(urns: readonly string[]): Promise<Map<string, StoredTeam>> {
    const permit = Permit.for(this.scope.caller, teamAroundSchoolPolicy, { tier: 'T2', operation: 'teamAroundSchool' });
    const teams = await this.seats.ofSchools(permit, urns, this.scope.today);
    return new Map(teams.map((team) => [team.urn, team]));
  }
}
