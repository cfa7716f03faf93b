/**
 * How much of the truth somebody is told of a group. WHOLE: true figures of the whole group. OWN_SCHOOL: of the pupils of the
 * caller's own school alone. OWN_PROVIDER: of the lists of the caller's own provider alone. SUPPRESSED: what is left of the figures when small numbers are hidden.
 */
export type Entitlement = 'WHOLE' | 'OWN_SCHOOL' | 'OWN_PROVIDER' | 'SUPPRESSED';
