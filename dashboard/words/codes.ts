/** The few words that a capital letter alone does not make readable. */
const known: Readonly<Record<string, string>> = {
  CAMHS: 'Mental health (CAMHS)',
  SALT: 'Speech and language',
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
};

/** A code of the graph in plain words: `WAITING_FOR_ASSESSMENT` is Waiting for assessment. */
export const words = (code: string): string =>
  known[code] ?? code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');

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
