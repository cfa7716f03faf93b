import { describe, expect, it } from '@jest/globals';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { involvementsOn } from './involvement.js';
import type { StoredInvolvement } from './involvement.repository.js';

const TODAY = '2026-11-20';
const { CHILD_PROTECTION, LOOKED_AFTER } = SocialCareStatus;
const held = (change: Partial<StoredInvolvement>): StoredInvolvement => ({
  childId: 'child',
  spans: [],
  allocations: [],
  plans: [],
  ...change,
});
const worker = {
  council: '990',
  workerId: 'SW1',
  workerName: null,
  workerContact: null,
  team: null,
  from: '2026-01-05',
  until: null,
};

describe('social care’s part in the life of a child with several records', () => {
  it('is one: what two say is said once, and what one alone says is not lost', () => {
    const span = { status: CHILD_PROTECTION, from: '2026-01-05', until: null };
    const care = { status: LOOKED_AFTER, from: '2026-09-01', until: null };
    const found = involvementsOn(
      [held({ spans: [span] }), held({ spans: [span, care] }), held({ allocations: [worker] })],
      TODAY,
    );
    expect([...found]).toEqual([['child', { spans: [span, care], allocation: worker, plan: null }]]);
  });

  it('is nothing of another child’s', () => {
    const found = involvementsOn([held({ allocations: [worker] }), held({ childId: 'other' })], TODAY);
    expect(found.get('other')).toEqual({ spans: [], allocation: null, plan: null });
  });
});
