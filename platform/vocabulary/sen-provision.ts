import { registerEnumType } from 'type-graphql';

/** The level of special educational provision a child has; school-census codes N, K and E are translated in mappers. */
export enum SenProvision {
  NONE = 'NONE',
  SEN_SUPPORT = 'SEN_SUPPORT',
  EHC_PLAN = 'EHC_PLAN',
}

registerEnumType(SenProvision, {
  name: 'SenProvision',
  description: 'The level of special educational provision.',
  valuesConfig: {
    NONE: { description: 'No special educational provision (census code N).' },
    SEN_SUPPORT: { description: 'SEN support in school (census code K).' },
    EHC_PLAN: { description: 'An education, health and care plan (census code E).' },
  },
});
