import { describe, expect, it } from '@jest/globals';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { WorkerRole } from '../../../platform/vocabulary/worker-role.js';
import { socialWorkerOn } from './social-worker.js';

const TODAY = '2026-05-01';
const { SOCIAL_WORKER, FAMILY_HELP_LEAD, PERSONAL_ADVISER, OTHER } = WorkerRole;
const workers = (...roles: WorkerRole[]) => roles.map((role) => ({ role }));
const open = (status: SocialCareStatus) => ({ status, from: '2026-01-01', until: null });

describe('a social worker', () => {
  it.each([
    ['LOOKED_AFTER', true],
    ['CHILD_PROTECTION', true],
    ['CHILD_IN_NEED', null],
    ['ASSESSMENT', null],
    ['EARLY_HELP', null],
    ['PREVIOUSLY_LOOKED_AFTER', null],
    ['KINSHIP', null],
    ['CLOSED', null],
  ])('of a child whose status is %s, nobody named: %p', (name, expected) => {
    const status = SocialCareStatus[name as keyof typeof SocialCareStatus];
    expect(socialWorkerOn([open(status)], [], TODAY)).toBe(expected);
  });

  it('works with the child where one is allocated, whatever is open and whoever else is', () => {
    expect(socialWorkerOn([], workers(SOCIAL_WORKER), TODAY)).toBe(true);
    expect(socialWorkerOn([open(SocialCareStatus.CHILD_IN_NEED)], workers(OTHER, SOCIAL_WORKER), TODAY)).toBe(true);
  });

  it.each([FAMILY_HELP_LEAD, PERSONAL_ADVISER, OTHER])('does not where a %s alone is named', (role) => {
    expect(socialWorkerOn([open(SocialCareStatus.CHILD_IN_NEED)], workers(role), TODAY)).toBe(false);
  });

  it('works through protection and care whoever is named, up to the day they end', () => {
    const ending = { ...open(SocialCareStatus.CHILD_PROTECTION), until: TODAY };
    expect(socialWorkerOn([ending], workers(FAMILY_HELP_LEAD), '2026-04-30')).toBe(true);
    expect(socialWorkerOn([ending], workers(FAMILY_HELP_LEAD), TODAY)).toBe(false);
    expect(socialWorkerOn([ending], [], TODAY)).toBeNull();
  });

  it('is not known of where nothing is held', () => {
    expect(socialWorkerOn([], [], TODAY)).toBeNull();
  });
});
