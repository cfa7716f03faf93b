import { isAmong, socialWorkers, virtualSchoolStaff } from '../../../platform/vocabulary/role-groups.js';

// The past is more telling than the present: whoever supports the child today needs today's status. A history is for
// those who plan the child's care, and for those whose duty lasts after care and is counted over it.
const rolesWithHistory = [...socialWorkers, ...virtualSchoolStaff];

/** Whether a role that may see the status may also see the history of statuses. */
export function seesHistory(role: string): boolean {
  return isAmong(role, rolesWithHistory);
}
