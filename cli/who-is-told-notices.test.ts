import { describe, expect, it } from '@jest/globals';
import { noticeKinds } from '../platform/vocabulary/notice-kind.js';
import { renderWhoIsToldNotices, tellings } from './who-is-told-notices.js';

const told = (duty: string): string[] => [
  ...new Set(tellings.filter((one) => one.duty === duty).map(({ domain, role }) => `${domain} ${role}`)),
];

describe('the table of who is told', () => {
  it('names every kind of fact', () => {
    for (const kind of noticeKinds) expect(renderWhoIsToldNotices()).toContain(`\`${kind}\``);
  });

  it('names whom the policies name, and nobody besides', () => {
    expect(told('TOLD_AS_SOCIAL_WORKER')).toEqual(['EDUCATION social-worker', 'HEALTH social-worker']);
    expect(told('TOLD_AS_VIRTUAL_SCHOOL_HEAD')).toEqual(['EDUCATION virtual-school-head']);
    expect(told('TOLD_AS_VIRTUAL_SCHOOL_ADVISER')).toEqual(['EDUCATION virtual-school-adviser']);
    expect(told('TOLD_AS_SCHOOL')).toEqual([
      ...['senco', 'headteacher', 'designated-safeguarding-lead'].map((role) => `EDUCATION ${role}`),
      ...['HEALTH', 'SOCIAL_CARE'].map((domain) => `${domain} designated-safeguarding-lead`),
    ]);
  });

  it('is what stands in docs/who-sees-what.md, with a reason for each', () => {
    for (const { because } of tellings) expect(renderWhoIsToldNotices()).toContain(because);
  });
});
