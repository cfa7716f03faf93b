// Social care's own list: the database's rules say who sees social care's facts, not how far back.
const ROLES_WITH_HISTORY: ReadonlySet<string> = new Set([
  'social-worker',
  'social-work-team-manager',
  'virtual-school-head',
  'virtual-school-adviser',
]);

/** Whether a role with which social care shares a child's status is also told of its history. */
export function seesHistory(role: string): boolean {
  return ROLES_WITH_HISTORY.has(role);
}
