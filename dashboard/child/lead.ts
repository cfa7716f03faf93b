import type { Shown } from '../gateway/shown.js';
import { dayText } from '../words/dates.js';
import type { Education, Head, SocialCare } from './parts.js';

const valueOf = <T>(part: Shown<T>): T | null => (part.kind === 'held' || part.kind === 'late' ? part.value : null);

/** What the child is called in headings: as they like to be called. */
export const calledText = ({ name }: Head): string => name?.preferred ?? name?.given ?? 'the child';

/** `Irwell Bank High School · Year 8`: the school whose roll the child is on, the one they came to last. */
export function captionText(part: Shown<Education>, today: string): string | null {
  const current = valueOf(part)?.enrolments?.findLast(
    ({ until, from }) => from <= today && (until === null || until > today),
  );
  if (!current) return null;
  return current.yearGroup === null ? current.school.name : `${current.school.name} · Year ${current.yearGroup}`;
}

const careWords: Readonly<Partial<Record<string, string>>> = {
  LOOKED_AFTER: 'Looked after',
  CHILD_PROTECTION: 'On a child protection plan',
  CHILD_IN_NEED: 'On a child in need plan',
  EARLY_HELP: 'With early help',
};
const senWords: Readonly<Partial<Record<string, string>>> = { EHC_PLAN: 'an EHC plan', SEN_SUPPORT: 'SEN support' };

/** What support there is, as far as it is told: nothing is said of what is not known, and none of what there is not. */
export function supportText(education: Shown<Education>, socialCare: Shown<SocialCare>): string {
  const status = valueOf(socialCare)?.status;
  const care = status == null ? '' : (careWords[status] ?? '');
  const provision = valueOf(education)?.sen?.provision;
  const sen = provision === undefined ? '' : (senWords[provision] ?? '');
  if (sen === '') return care === '' ? '' : `${care}.`;
  return care === '' ? `With ${sen}.` : `${care}, ${care.startsWith('With') ? 'and ' : 'with '}${sen}.`;
}

/** What somebody in a hurry reads first. */
export function leadText(head: Head, education: Shown<Education>, socialCare: Shown<SocialCare>): string {
  const { name, age, dateOfBirth, diedOn } = head;
  const called = name?.preferred && name.preferred !== name.given ? `Likes to be called ${name.preferred}.` : '';
  const died = diedOn === null ? '' : `Died on ${dayText(diedOn)}.`;
  const born = dateOfBirth === null ? 'date of birth not known' : `born ${dayText(dateOfBirth)}`;
  const old = age === null ? `${born.charAt(0).toUpperCase()}${born.slice(1)}.` : `${age} years old, ${born}.`;
  return [called, died, old, supportText(education, socialCare)].filter((part) => part !== '').join(' ');
}

/** `Jo Marsden, social worker, leads.` Of those who lead for their domains social care’s; null where nobody is said to. */
export function leaderText({ team }: Head): string | null {
  const leads = team?.filter((member) => member.lead) ?? [];
  const lead = leads.find(({ domain }) => domain === 'SOCIAL_CARE') ?? leads[0];
  return lead ? `${lead.name}, ${lead.role.charAt(0).toLowerCase()}${lead.role.slice(1)}, leads.` : null;
}
