import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pageIn } from '../form-in.test-support.js';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());
beforeEach(() => gateway.forget());

const address = '/waiting-lists/c1/e1/update';
const entry = {
  ...{ id: 'e1', version: 4, service: 'SALT', status: 'BOOKED', receivedOn: '2026-09-01', weeksWaiting: 12 },
  ...{ nextStep: null, nextAppointmentOn: '2026-12-05', allowedNext: [], history: [] },
};
const form = {
  ...{ from: 'BOOKED', booking: '', to: 'MOVED', effectiveOn: '2026-11-27', nextAppointmentOn: '2026-12-14' },
  ...{ cancelledBy: 'FAMILY', nextStep: 'A first talk.', expectedVersion: '4', idempotencyKey: 'k' },
};
const done = { data: { updateWaitingListEntry: { __typename: 'WaitingListEntryUpdated', entry: { id: 'e1' } } } };
const quicker = {
  data: {
    updateWaitingListEntry: {
      ...{ __typename: 'VersionConflict', changedBy: 'A colleague', changedAt: null },
      current: { id: 'e1', status: 'ACCEPTED_WAITING', version: 5 },
    },
  },
};
const silent = { data: null, errors: [{ message: 'No.', path: [], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] };

/** A visit is moved, and the two changes are answered so. */
async function moved(...answers: readonly object[]) {
  const left = [...answers];
  gateway.answers['ChildWaits'] = () => ({ data: { child: { id: 'c1', name: null, health: { waiting: [entry] } } } });
  gateway.answers['UpdateWaitingListEntry'] = () => left.shift() ?? {};
  const browser = gateway.signedIn();
  const answer = await browser.post(address, { token: await browser.token(), ...form });
  const sent = gateway.asked.filter(({ name }) => name === 'UpdateWaitingListEntry');
  return { status: answer.status, text: await answer.text(), sent };
}

describe('a visit that is moved', () => {
  it('is cancelled and booked, in this order', async () => {
    const { status, sent } = await moved(done, done);
    expect(status).toBe(303);
    expect(sent.map(({ variables }) => (variables['input'] as { readonly to: string }).to)).toEqual([
      'ACCEPTED_WAITING',
      'BOOKED',
    ]);
  });

  it('is not booked where somebody was quicker to change it: the second is not sent', async () => {
    const { status, text, sent } = await moved(quicker);
    expect([status, sent.length]).toEqual([409, 1]);
    expect(text).toContain('Nothing of yours was saved.');
    expect(pageIn(text).form(address)).toMatchObject({ to: 'MOVED', nextAppointmentOn: '2026-12-14' });
  });

  it('is said to be half done where it is, with what was written', async () => {
    const { status, text } = await moved(done, quicker);
    expect(status).toBe(409);
    expect(text).toContain('The visit is cancelled, and no other is booked yet');
    expect(text).toContain('14 Dec 2026; A first talk.');
    expect(text).toContain(`href="${address}"`);
  });

  it('is sent again as the same where nothing was answered', async () => {
    for (const answers of [[silent], [done, silent]]) {
      const { status, text } = await moved(...answers);
      expect(status).toBe(409);
      expect(pageIn(text).form(address)).toMatchObject(form);
    }
  });
});
