import { describe, expect, it } from '@jest/globals';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import type { Involvement } from '../involvement/involvement.js';
import { toRecord } from './social-care-record.mapper.js';

const FRESH = { asAt: '2026-04-30T00:00:00Z', stale: false, sources: [] };
const TODAY = '2026-05-01';
const involvement: Involvement = {
  spans: [
    { status: SocialCareStatus.ASSESSMENT, from: '2025-01-01', until: '2025-03-01' },
    { status: SocialCareStatus.CHILD_IN_NEED, from: '2025-03-01', until: null },
  ],
  allocation: {
    council: '990',
    workerId: 'SW1',
    workerName: null,
    workerContact: null,
    team: 'North',
    from: '2025-03-01',
    until: null,
  },
  plan: null,
};
const nothing = { ...FRESH, status: null, hasSocialWorker: null, intervals: null, worker: null, plan: null };

describe("social care's record", () => {
  it('says that a social worker works with the child and nothing else, where no more may be told', () => {
    const told = toRecord({ involvement: null, socialWorker: true, history: false }, FRESH, TODAY);
    expect(told).toEqual({ ...nothing, hasSocialWorker: true });
  });

  it('is one and the same for a child with nothing held and one who may not be seen', () => {
    const unseen = toRecord({ involvement: null, socialWorker: false, history: false }, FRESH, TODAY);
    const empty: Involvement = { spans: [], allocation: null, plan: null };
    const none = toRecord({ involvement: empty, socialWorker: false, history: false }, FRESH, TODAY);
    expect(unseen).toEqual(nothing);
    expect(none).toEqual(nothing);
  });

  it('shows the status of today, and the history only where the role needs it', () => {
    const told = { involvement, socialWorker: true, history: false };
    expect(toRecord(told, FRESH, TODAY)).toMatchObject({ status: 'CHILD_IN_NEED', intervals: null });
    expect(toRecord({ ...told, history: true }, FRESH, TODAY).intervals).toHaveLength(2);
  });

  it('names the worker by team where the council gives no name', () => {
    const { worker } = toRecord({ involvement, socialWorker: true, history: false }, FRESH, TODAY);
    expect(worker).toMatchObject({ name: 'North', role: 'Social worker, North', lead: true, since: '2025-03-01' });
  });
});
