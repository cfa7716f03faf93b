import { InvalidInput } from '../errors/hub-error.js';
import { councilCode } from '../vocabulary/council-code.js';
import type { Purpose } from '../vocabulary/purpose.js';
import type { Role } from '../vocabulary/role.js';
import { organisationCode } from './organisation-code.js';

/** Where a persona works: what its token's `org` is. */
export type OrganisationKind = 'school' | 'provider' | 'council';

/** The fictional area of the sample. No real body has these codes. */
const sampleArea = {
  council: councilCode,
  school: '900001',
  mentalHealth: 'XAC01',
  communityHealth: 'XSL02',
} as const;

/** Somebody to sign in as while developing: one role, with what that role usually holds. */
export interface Persona {
  readonly role: Role;
  /** Shown as the person's name: the sample has no real people. */
  readonly title: string;
  /** With `{org}` where the organisation is part of who they are. */
  readonly sub: string;
  readonly works: OrganisationKind;
  readonly org: string;
  /** Whether `--school` chooses for whom, though the organisation stays the council's. */
  readonly forSchool: boolean;
  /** The first is the default. */
  readonly purposes: readonly Purpose[];
  readonly scopes: readonly string[];
  /** What the same person may sign in as besides, one at a time. */
  readonly also?: readonly Role[];
}

/** What `hub token` may be told besides the persona. */
export interface PersonaChoice {
  readonly school?: string;
  readonly provider?: string;
  readonly purpose?: string;
}

const reads = ['partnership:read', 'education:read', 'health:read', 'social-care:read', 'virtual-school:read'] as const;
const clinicianReads = ['partnership:read', 'education:read', 'health:read', 'social-care:read'] as const;

/** What `hub ingest` takes. */
const sources = [
  'gias',
  'school-census',
  'school-people',
  'attendance',
  'school-calendar',
  'suspensions',
  'case-list',
  'cin-census',
  'ssda903',
  'waiting-list',
  'waiting-list-layout',
  'sensitive-services',
  'waiting-standards',
  'peps',
  'deletions',
] as const;

/** What brings a source's files, by its source. */
export const ingestScopes: readonly string[] = sources.map((source) => `ingest:${source}`);

type Given = Pick<Persona, 'purposes' | 'scopes'> & Partial<Persona>;

const persona = (role: Role, given: Given): Persona => ({
  role,
  title: role.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase()),
  sub: role,
  works: 'council',
  org: sampleArea.council,
  forSchool: false,
  ...given,
});

const atSchool = (role: Role, given: Given): Persona =>
  persona(role, { sub: `${role}.{org}`, works: 'school', org: sampleArea.school, ...given });

const atProvider = (role: Role, given: Given & Pick<Persona, 'sub' | 'org'>): Persona =>
  persona(role, { works: 'provider', ...given });

/** Every persona of `hub token`, in the order of the contract; `docs/personas.md` is written from here. */
export const personas: readonly Persona[] = [
  atSchool('senco', {
    title: 'SENCO',
    purposes: ['TEAM_AROUND_SCHOOL', 'EHC_ASSESSMENT', 'EARLY_HELP'],
    scopes: [...reads, 'health:refer', 'team:write', 'education:write'],
  }),
  atSchool('designated-safeguarding-lead', {
    sub: 'dsl.{org}',
    purposes: ['SAFEGUARDING', 'TEAM_AROUND_SCHOOL'],
    scopes: [...reads, 'health:refer', 'team:write', 'education:write', 'access:break-glass'],
  }),
  atSchool('headteacher', {
    // At a small school the head often leads on safeguarding too.
    also: ['designated-safeguarding-lead'],
    purposes: ['TEAM_AROUND_SCHOOL'],
    scopes: [...reads, 'health:refer', 'team:write', 'education:write', 'aggregate:read'],
  }),
  persona('send-officer', {
    title: 'SEND officer',
    sub: 'sendo-001',
    purposes: ['EHC_ASSESSMENT', 'SERVICE_PLANNING'],
    scopes: [...reads, 'health:refer', 'education:write', 'aggregate:read'],
  }),
  persona('ehc-coordinator', {
    title: 'EHC coordinator',
    sub: 'ehcc-001',
    purposes: ['EHC_ASSESSMENT'],
    scopes: [...reads, 'health:refer'],
  }),
  persona('educational-psychologist', {
    sub: 'ep-001',
    purposes: ['EHC_ASSESSMENT', 'TEAM_AROUND_SCHOOL'],
    scopes: [...reads, 'health:refer', 'team:write'],
  }),
  persona('attendance-officer', {
    sub: 'att-001',
    purposes: ['ATTENDANCE'],
    scopes: ['partnership:read', 'education:read', 'aggregate:read'],
  }),
  persona('exclusions-officer', {
    sub: 'excl-001',
    purposes: ['EXCLUSION'],
    scopes: ['partnership:read', 'education:read', 'education:write', 'aggregate:read'],
  }),
  persona('social-worker', {
    sub: 'sw-001',
    purposes: ['SAFEGUARDING', 'DIRECT_CARE', 'TEAM_AROUND_SCHOOL'],
    scopes: [...reads, 'health:refer', 'team:write', 'access:break-glass'],
  }),
  persona('social-work-team-manager', {
    sub: 'swm-001',
    purposes: ['SAFEGUARDING'],
    scopes: [...reads, 'health:refer', 'team:write', 'access:break-glass'],
  }),
  persona('virtual-school-head', {
    sub: 'vsh-001',
    purposes: ['VIRTUAL_SCHOOL_DUTY'],
    scopes: [...reads, 'team:write', 'education:write', 'aggregate:read'],
  }),
  persona('virtual-school-adviser', {
    sub: 'vsa-001',
    purposes: ['VIRTUAL_SCHOOL_DUTY'],
    scopes: [...reads, 'team:write', 'education:write'],
  }),
  atProvider('camhs-clinician', {
    title: 'CAMHS clinician',
    sub: 'camhs-001',
    org: sampleArea.mentalHealth,
    purposes: ['DIRECT_CARE', 'TEAM_AROUND_SCHOOL'],
    scopes: [...clinicianReads, 'health:write', 'access:break-glass'],
  }),
  atProvider('salt-therapist', {
    title: 'SALT therapist',
    sub: 'salt-001',
    org: sampleArea.communityHealth,
    purposes: ['DIRECT_CARE', 'TEAM_AROUND_SCHOOL'],
    scopes: [...clinicianReads, 'health:write'],
  }),
  atProvider('health-admin', {
    sub: 'hadm-001',
    org: sampleArea.mentalHealth,
    purposes: ['DIRECT_CARE'],
    scopes: ['partnership:read', 'health:read', 'health:write'],
  }),
  persona('team-around-school-lead', {
    sub: 'tas-lead.{school}',
    forSchool: true,
    purposes: ['TEAM_AROUND_SCHOOL'],
    scopes: [...reads, 'team:write'],
  }),
  persona('commissioner', { sub: 'commissioner-001', purposes: ['SERVICE_PLANNING'], scopes: ['aggregate:read'] }),
  persona('analyst', { sub: 'analyst-001', purposes: ['SERVICE_PLANNING'], scopes: ['aggregate:read'] }),
  persona('match-reviewer', {
    sub: 'match-001',
    purposes: ['MATCHING'],
    scopes: ['partnership:read', 'match:review'],
  }),
  persona('ig-officer', {
    title: 'Information governance officer',
    sub: 'ig-001',
    purposes: ['AUDIT', 'SUBJECT_ACCESS'],
    scopes: ['partnership:read', 'audit:read'],
  }),
  persona('auditor', { sub: 'auditor-001', purposes: ['AUDIT'], scopes: ['audit:read'] }),
  persona('integrator', {
    sub: 'integrator-001',
    purposes: ['INGEST'],
    scopes: ingestScopes,
  }),
];

/** InvalidInput, with the list, for a name that is not on it. */
export function personaNamed(name: string): Persona {
  const found = personas.find(({ role }) => role === name);
  if (!found) {
    const names = personas.map(({ role }) => role).join(', ');
    throw new InvalidInput(`There is no such persona. Choose one of: ${names}.`);
  }
  return found;
}

/**
 * Who the persona is when it works where the choice says: somebody else at each school. InvalidInput for a choice that
 * says nothing about the persona, or is no code of an organisation.
 */
export function subjectOf(persona: Persona, { school, provider }: PersonaChoice): { sub: string; org: string } {
  const forSchool = persona.works === 'school' || persona.forSchool;
  if (school !== undefined && !forSchool) throw new InvalidInput(`--school says nothing about a ${persona.role}.`);
  if (provider !== undefined && persona.works !== 'provider') {
    throw new InvalidInput(`--provider says nothing about a ${persona.role}.`);
  }
  if (school !== undefined) organisationCode('school', school);
  if (provider !== undefined) organisationCode('provider', provider);
  const org = persona.works === 'council' ? persona.org : (school ?? provider ?? persona.org);
  const sub = persona.sub.replace('{org}', org).replace('{school}', school ?? sampleArea.school);
  return { sub, org };
}
