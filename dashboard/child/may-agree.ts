import type { Frame } from '../layout/layout.js';

const withSocialWorker: readonly string[] = ['SAFEGUARDING', 'DIRECT_CARE'];
const virtualSchool: readonly string[] = ['VIRTUAL_SCHOOL_DUTY'];

/** Those who agree what is to be done for a child on a plan or in care, and for what they look then. */
const withoutTeam: Readonly<Record<string, readonly string[]>> = {
  'social-worker': withSocialWorker,
  'social-work-team-manager': withSocialWorker,
  'virtual-school-head': virtualSchool,
  'virtual-school-adviser': virtualSchool,
};

/**
 * Whether somebody may record an action from a child’s page: a school for its team, or who goes through the week of these
 * children. Guests of a team record theirs on the school’s page. The hub decides; this keeps a form from those it would refuse.
 */
export const mayAgree = ({ viewer: { role, organisation }, purpose }: Pick<Frame, 'viewer' | 'purpose'>): boolean =>
  organisation.kind === 'school' || (withoutTeam[role] ?? []).includes(purpose);
