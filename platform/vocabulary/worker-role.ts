import { registerEnumType } from 'type-graphql';

/** As what a worker of social care is allocated to a child. */
export enum WorkerRole {
  SOCIAL_WORKER = 'SOCIAL_WORKER',
  FAMILY_HELP_LEAD = 'FAMILY_HELP_LEAD',
  PERSONAL_ADVISER = 'PERSONAL_ADVISER',
  OTHER = 'OTHER',
}

registerEnumType(WorkerRole, {
  name: 'WorkerRole',
  description: 'As what a worker of social care is allocated to a child.',
  valuesConfig: {
    SOCIAL_WORKER: { description: 'A social worker, registered with Social Work England.' },
    FAMILY_HELP_LEAD: {
      description:
        'A lead practitioner who is no social worker: since Working Together to Safeguard Children 2023 one may lead a Child in Need plan.',
    },
    PERSONAL_ADVISER: {
      description: 'The adviser of a young person who leaves or has left care (Children Act 1989 section 23D).',
    },
    OTHER: { description: 'Another worker beside these.' },
  },
});
