import { isAmong, socialWorkers, virtualSchoolStaff } from '../../../platform/vocabulary/role-groups.js';

// Social care's own list: the database's rules say who sees social care's facts, not how far back.
const rolesWithHistory = [...socialWorkers, ...virtualSchoolStaff];

/** Whether a role with which social care shares a child's status is also told of its history. */
export function seesHistory(role: string): boolean {
  return isAmong(role, rolesWithHistory);
}
