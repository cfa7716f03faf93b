import { registerEnumType } from 'type-graphql';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { HealthService } from './status.js';

/** A service as it is told: its own name, or that it is one that is not named. */
export const ToldService = { ...HealthService, HEALTH_SERVICE: 'HEALTH_SERVICE' } as const;

export type ToldService = (typeof ToldService)[keyof typeof ToldService];

registerEnumType(ToldService, {
  name: 'HealthService',
  description: 'A health service whose waiting list the partnership shares.',
  valuesConfig: {
    CAMHS: { description: "Child and adolescent (children and young people's) mental health service." },
    SALT: { description: 'Speech and language therapy.' },
    NEURODEVELOPMENTAL: { description: 'Autism and ADHD assessment.' },
    OCCUPATIONAL_THERAPY: { description: 'Occupational therapy.' },
    PHYSIOTHERAPY: { description: 'Physiotherapy.' },
    COMMUNITY_PAEDIATRICS: { description: 'Community paediatrics.' },
    MENTAL_HEALTH_SUPPORT_TEAM: { description: 'A mental health support team in schools.' },
    SCHOOL_NURSING: { description: 'School nursing.' },
    HEALTH_SERVICE: {
      description:
        'A health service that is not named outside health. Only ever told: INVALID_INPUT where it is asked for.',
    },
  },
});

/** The service that somebody names. @throws InvalidInput, naming the argument, where it is one that has no name. */
export function namedService(said: ToldService, argument: string): HealthService {
  if (said === ToldService.HEALTH_SERVICE)
    throw new InvalidInput(`${argument} must name a service: HEALTH_SERVICE stands for one that is not named.`);
  return said;
}
