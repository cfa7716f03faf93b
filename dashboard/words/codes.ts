/** The few words that a capital letter alone does not make readable. */
const known: Readonly<Record<string, string>> = {
  CAMHS: 'Mental health (CAMHS)',
  SALT: 'Speech and language',
  NEURODEVELOPMENTAL: 'Autism and ADHD assessment',
  INFO_NEEDED: 'More information needed',
  ACCEPTED_WAITING: 'Accepted and waiting',
  SEEN_FIRST: 'Seen for the first time',
  EHC_ASSESSMENT: 'EHC assessment',
  EHC_PLAN: 'Education, health and care plan',
  SEN_SUPPORT: 'SEN support',
  CHILD_IN_NEED: 'Child in need plan',
  CHILD_PROTECTION: 'Child protection plan',
  LOOKED_AFTER: 'Looked after',
  PREVIOUSLY_LOOKED_AFTER: 'Previously looked after',
  EARLY_HELP: 'Early help',
  NONE: 'None',
  PAST_LIMIT: 'Past the standard',
  BREACHED: 'Past the standard',
  SOCIAL_CARE: 'Social care',
  VIRTUAL_SCHOOL: 'Virtual school',
  TEN_SESSIONS_UNAUTHORISED: 'Ten sessions of unauthorised absence',
  TEN_DAYS_UNAUTHORISED: 'Ten days running of unauthorised absence',
  FIFTEEN_DAYS_ILL: 'Fifteen days of illness',
  TWO_DAYS_UNEXPLAINED: 'Two days running without a reason',
  EVER_SOCIAL_WORKER: 'Ever with a social worker',
  IN_NEED_SIX_YEARS: 'In need in the last six years',
  ON_PLAN: 'On a child in need or child protection plan',
  SOCIAL_WORKER_NOW: 'With a social worker now',
  SENCO: 'SENCO',
  CAMHS_LINK_WORKER: 'CAMHS link worker',
};

/** A code of the graph in plain words: `WAITING_FOR_ASSESSMENT` is Waiting for assessment. */
export const words = (code: string): string =>
  known[code] ?? code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');

/** The beginning of a sentence, or of a cell. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whom a page asked, within a sentence. */
export function askedWords(domain: string): string {
  if (domain === 'PARTNERSHIP') return 'the child index';
  return domain === 'VIRTUAL_SCHOOL' ? 'the virtual school' : domainWords(domain);
}

/** A domain within a sentence. */
export const domainWords = (domain: string): string => domain.toLowerCase().replaceAll('_', ' ');

/** `1 child`, `2 children`. */
export const counted = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`;
