import { describe, expect, it } from '@jest/globals';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { WorkerRole } from '../../../platform/vocabulary/worker-role.js';
import type { Allocation } from '../allocation/allocation.js';
import type { Involvement } from '../involvement/involvement.js';
import { toRecord } from './social-care-record.mapper.js';

const FRESH = { asAt: '2026-04-30T00:00:00Z', stale: false, sources: [] };
const TODAY = '2026-05-01';
const involvement: Involvement = {
  spans: [
    { status: SocialCareStatus.ASSESSMENT, from: '2025-01-01', until: '2025-03-01' },
    { status: SocialCareStatus.CHILD_IN_NEED, from: '2025-03-01', until: null },
  ],
  workers: [
    {
      council: '990',
      workerId: 'SW1',
      workerName: null,
      workerContact: null,
      role: WorkerRole.SOCIAL_WORKER,
      team: 'North',
      from: '2025-03-01',
      until: null,
    },
  ],
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
    const empty: Involvement = { spans: [], workers: [], plan: null };
    const none = toRecord({ involvement: empty, socialWorker: false, history: false }, FRESH, TODAY);
    expect(unseen).toEqual(nothing);
    expect(none).toEqual(nothing);
  });

  it('says that none does where the worker who does is told, and never without', () => {
    const [worker] = involvement.workers;
    const lead = { ...worker, role: WorkerRole.FAMILY_HELP_LEAD } as Allocation;
    const shown = { involvement: { ...involvement, workers: [lead] }, socialWorker: false, history: false };
    expect(toRecord(shown, FRESH, TODAY)).toMatchObject({
      hasSocialWorker: false,
      worker: { role: 'Family Help lead practitioner, North' },
    });
    const unnamed = { ...shown, involvement: { ...involvement, workers: [] } };
    expect(toRecord(unnamed, FRESH, TODAY)).toMatchObject({ status: 'CHILD_IN_NEED', hasSocialWorker: null });
  });

  it('does not say that none does where one does, and only that may not be told', () => {
    const told = { involvement, socialWorker: false, history: false };
    expect(toRecord(told, FRESH, TODAY).hasSocialWorker).toBeNull();
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
