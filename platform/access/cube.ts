import type { Claims } from '../auth/claims.js';
import type { Domain } from '../vocabulary/domain.js';
import type { Purpose } from '../vocabulary/purpose.js';
import { isAmong, type RoleGroup } from '../vocabulary/role-groups.js';
import type { Role } from '../vocabulary/role.js';
import type { Entitlement } from './entitlement.js';

/** One sentence of who may ask a cube: these roles, for these purposes, are told this much. */
export interface CubeRule {
  readonly roles: RoleGroup;
  readonly purposes: readonly [Purpose, ...Purpose[]];
  readonly entitled: Entitlement;
  readonly because: string;
}

/**
 * Figures of groups that can be asked for: whose, by what they are divided, what is counted, and who is told how much. The
 * figures themselves are answered by one function of the database, `<domain>.cube_<name>(question text)`, which answers what
 * this transaction has opened and nobody else.
 */
export interface Cube {
  /** Whose figures they are. */
  readonly domain: Domain;
  /** As its function is called after `cube_`, and as the audit names it. */
  readonly name: string;
  /** The field of the graph that asks for it, `Query.…`. */
  readonly field: string;
  /** What the groups may be divided by, at most three at once. */
  readonly dimensions: readonly string[];
  /** What is told of each group, as a reader would say it. */
  readonly measures: readonly [string, ...string[]];
  readonly version: string;
  readonly rules: readonly CubeRule[];
}

const sentence =
  (entitled: Entitlement) =>
  (...roles: RoleGroup) => ({
    for: (...purposes: readonly [Purpose, ...Purpose[]]) => ({
      because: (because: string): CubeRule => ({ roles, purposes, entitled, because }),
    }),
  });

/** Who is told true figures of the whole group. */
export const wholeGroup = sentence('WHOLE');

/** Who is told true figures, of the pupils of their own school and nobody else's. */
export const ownSchool = sentence('OWN_SCHOOL');

/** Who is told true figures, of the lists of their own provider and nobody else's. */
export const ownProvider = sentence('OWN_PROVIDER');

/** Who is told figures of which the small ones are hidden. */
export const suppressed = sentence('SUPPRESSED');

/** How much of a cube role and purpose are told; null where it is refused to them. The first sentence that speaks counts. */
export function entitlementTo(
  { rules }: Pick<Cube, 'rules'>,
  { role, purpose }: Pick<Claims, 'role' | 'purpose'>,
): Entitlement | null {
  const speaking = rules.find(({ roles, purposes }) => isAmong(role, roles) && purposes.some((one) => one === purpose));
  return speaking?.entitled ?? null;
}

/** A cube's sentences as the database keeps them: one a role and purpose, the first that speaks of them. */
export function rulingsOf(cube: Cube) {
  const spoken = new Map<string, { role: Role; purpose: Purpose; entitled: Entitlement; because: string }>();
  for (const { roles, purposes, entitled, because } of cube.rules)
    for (const role of roles)
      for (const purpose of purposes) {
        const name = `${role} ${purpose}`;
        if (!spoken.has(name)) spoken.set(name, { role, purpose, entitled, because });
      }
  const { domain, name, version } = cube;
  return [...spoken.values()].map((one) => ({ domain, cube: name, version, ...one }));
}
