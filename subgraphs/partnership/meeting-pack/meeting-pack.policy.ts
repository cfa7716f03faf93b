import { isAmong, schoolLeaders } from '../../../platform/vocabulary/role-groups.js';

/**
 * Whether somebody may ask for the packs of a school's team: whoever leads the school, and a lead who belongs to that very team.
 * The database holds to it as well (`access.speaks_for`).
 *
 * A pack has no rules of its own beyond that: it holds what every member who is to be there may see, and whoever asks for it. Each
 * member is decided about by the rules of each domain, as somebody of that member's role who sits in the team around the school,
 * for the team's purpose. A caseload, a claim and an emergency are the member's own, and open nothing to a table. What is not
 * open to one of them is left out for all, and it is said of which domain and for whom, whether anything is held or not. Source:
 * access.md, "The team around the school"; docs/decisions/0075-what-everybody-at-the-table-may-see.md.
 */
export function mayAskForPack(
  { role, org }: { readonly role: string; readonly org: string },
  schoolUrn: string,
  belongs: boolean,
): boolean {
  if (isAmong(role, schoolLeaders)) return org === schoolUrn;
  return isAmong(role, ['team-around-school-lead']) && belongs;
}
