/** The claim of an ID token that lists the roles its person may take, unless a registration names another. */
export const rolesClaim = 'roles';

/** What asks the provider for a role. */
export const roleScope = (role: string): string => `role:${role}`;

/** The roles that somebody may take, as their ID token tells; none where it does not. */
export function rolesIn(claims: Readonly<Record<string, unknown>> | undefined, claim: string): readonly string[] {
  const told = claims?.[claim];
  return Array.isArray(told) ? told.filter((role): role is string => typeof role === 'string') : [];
}
