import { registerEnumType } from 'type-graphql';

/** What somebody is to a school, or to a cluster of schools. */
export enum SchoolPostRole {
  SENCO = 'SENCO',
  DESIGNATED_SAFEGUARDING_LEAD = 'DESIGNATED_SAFEGUARDING_LEAD',
  DESIGNATED_TEACHER = 'DESIGNATED_TEACHER',
  EDUCATIONAL_PSYCHOLOGIST = 'EDUCATIONAL_PSYCHOLOGIST',
  ADVISORY_TEACHER = 'ADVISORY_TEACHER',
  CAMHS_LINK_WORKER = 'CAMHS_LINK_WORKER',
  MENTAL_HEALTH_SUPPORT_TEAM = 'MENTAL_HEALTH_SUPPORT_TEAM',
  TEAM_AROUND_SCHOOL_LEAD = 'TEAM_AROUND_SCHOOL_LEAD',
}

registerEnumType(SchoolPostRole, {
  name: 'SchoolPostRole',
  description: 'What somebody is to a school, or to a cluster of schools.',
  valuesConfig: {
    SENCO: {
      description: 'Special educational needs co-ordinator. Source: Children and Families Act 2014, section 67.',
    },
    DESIGNATED_SAFEGUARDING_LEAD: {
      description: 'Who leads on safeguarding. Source: Keeping children safe in education, part two and annex C.',
    },
    DESIGNATED_TEACHER: {
      description:
        'Who promotes the achievement of children looked after and previously looked after. Source: Children and Young Persons Act 2008, section 20.',
    },
    EDUCATIONAL_PSYCHOLOGIST: { description: 'The educational psychologist linked with the school.' },
    ADVISORY_TEACHER: { description: 'A specialist teacher who advises the school.' },
    CAMHS_LINK_WORKER: { description: 'Who links the school with child and adolescent mental health services.' },
    MENTAL_HEALTH_SUPPORT_TEAM: { description: 'Somebody of the mental health support team that serves the school.' },
    TEAM_AROUND_SCHOOL_LEAD: { description: 'Who leads the team around the school, usually for early help.' },
  },
});

/** Posts that every school fills: the law has a school name somebody. Where two share one, its directory names both. */
export const requiredPosts: readonly SchoolPostRole[] = [
  SchoolPostRole.SENCO,
  SchoolPostRole.DESIGNATED_SAFEGUARDING_LEAD,
  SchoolPostRole.DESIGNATED_TEACHER,
];

const order = Object.values(SchoolPostRole);

/** Sorts by the post, in the order in which they stand above. */
export const byPost = (a: { readonly role: SchoolPostRole }, b: { readonly role: SchoolPostRole }): number =>
  order.indexOf(a.role) - order.indexOf(b.role);

const words: Readonly<Record<SchoolPostRole, string>> = {
  SENCO: 'SENCO',
  DESIGNATED_SAFEGUARDING_LEAD: 'Designated safeguarding lead',
  DESIGNATED_TEACHER: 'Designated teacher',
  EDUCATIONAL_PSYCHOLOGIST: 'Educational psychologist',
  ADVISORY_TEACHER: 'Advisory teacher',
  CAMHS_LINK_WORKER: 'CAMHS link worker',
  MENTAL_HEALTH_SUPPORT_TEAM: 'Mental health support team',
  TEAM_AROUND_SCHOOL_LEAD: 'Lead of the team around the school',
};

/** As a member's role says it. */
export const postInWords = (role: SchoolPostRole): string => words[role];
