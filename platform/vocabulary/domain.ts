import { registerEnumType } from 'type-graphql';

/** The five domains, as the graph and the database name them. A sixth adds its word here. */
export enum Domain {
  PARTNERSHIP = 'PARTNERSHIP',
  EDUCATION = 'EDUCATION',
  HEALTH = 'HEALTH',
  SOCIAL_CARE = 'SOCIAL_CARE',
  VIRTUAL_SCHOOL = 'VIRTUAL_SCHOOL',
}

registerEnumType(Domain, {
  name: 'Domain',
  description: 'Whose facts these are: each domain keeps its own rows and decides who may see them.',
  valuesConfig: {
    PARTNERSHIP: { description: 'Who a child is and who is around them.' },
    EDUCATION: { description: 'Schools, attendance, SEN and EHC plans.' },
    HEALTH: { description: 'Health services, referrals and waiting lists.' },
    SOCIAL_CARE: { description: 'Early help, social work, protection plans and looked-after children.' },
    VIRTUAL_SCHOOL: { description: 'The education of children with a social worker.' },
  },
});
