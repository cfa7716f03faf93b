import type { HealthService } from './status.js';

/** A service as a sentence says it, after "an appointment of". */
export const serviceInWords: Readonly<Record<HealthService, string>> = {
  CAMHS: 'the child and adolescent mental health service',
  SALT: 'speech and language therapy',
  NEURODEVELOPMENTAL: 'the autism and ADHD assessment service',
  OCCUPATIONAL_THERAPY: 'occupational therapy',
  PHYSIOTHERAPY: 'physiotherapy',
  COMMUNITY_PAEDIATRICS: 'community paediatrics',
  MENTAL_HEALTH_SUPPORT_TEAM: 'the mental health support team in schools',
  SCHOOL_NURSING: 'school nursing',
};
