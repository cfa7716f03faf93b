import { registerEnumType } from 'type-graphql';

/** The groups of children whose education a Virtual School Head follows. A child may be in several. */
export enum Cohort {
  LOOKED_AFTER = 'LOOKED_AFTER',
  CHILD_PROTECTION = 'CHILD_PROTECTION',
  CHILD_IN_NEED = 'CHILD_IN_NEED',
  ON_PLAN = 'ON_PLAN',
  SOCIAL_WORKER_NOW = 'SOCIAL_WORKER_NOW',
  IN_NEED_SIX_YEARS = 'IN_NEED_SIX_YEARS',
  PREVIOUSLY_LOOKED_AFTER = 'PREVIOUSLY_LOOKED_AFTER',
  KINSHIP = 'KINSHIP',
  EVER_SOCIAL_WORKER = 'EVER_SOCIAL_WORKER',
}

registerEnumType(Cohort, {
  name: 'Cohort',
  description:
    'A group of children whose education the Virtual School Head follows. A child is in it by the day, and may be in several.',
  valuesConfig: {
    LOOKED_AFTER: {
      description:
        'Looked after on the day, without series of short breaks (legal statuses V3 and V4): a duty to each child. Source: Children Act 1989 sections 22 and 22(3A); SSDA903.',
    },
    CHILD_PROTECTION: {
      description: 'On a child protection plan on the day. Source: CIN census, CPPstartDate and CPPendDate.',
    },
    CHILD_IN_NEED: {
      description:
        'On a Child in Need plan on the day; not the wider "in need" of the census. Source: CIN census, CINPlanDates.',
    },
    ON_PLAN: { description: 'On a child protection plan or a Child in Need plan on the day.' },
    SOCIAL_WORKER_NOW: {
      description:
        'With a social worker on the day: one is allocated, or the child is on a child protection plan or looked after, which a social worker always leads. A Child in Need plan alone is not enough: since 2023 somebody else may lead it. Source: Working Together to Safeguard Children 2023.',
    },
    IN_NEED_SIX_YEARS: {
      description:
        'On a Child in Need plan, on a child protection plan or looked after on any day of the six years up to and including the day. Source: after the Department for Education’s "children in need in the last six years" (CIN6), by the day instead of by census year.',
    },
    PREVIOUSLY_LOOKED_AFTER: {
      description:
        'Left care through adoption or a guardianship or child arrangements order, and not looked after again. Source: SSDA903, reason episode ceased; Children Act 1989 section 23ZZA.',
    },
    KINSHIP: {
      description:
        'In the care of a relative or friend who is the child’s special guardian. Source: SSDA903, reason episode ceased; the Virtual School Head’s role in kinship care since September 2024.',
    },
    EVER_SOCIAL_WORKER: {
      description:
        'From the first day with a social worker on, without end. Having left care counts, and so does a Child in Need plan on days for which nobody but a social worker is named, since until 2023 only one could lead it. Source: Promoting the education of children with a social worker, 2021 and 2024.',
    },
  },
});
