import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());
beforeEach(() => gateway.forget());

/** An answer that comes when it is let come. */
function held() {
  let come: (answer: object) => void = () => undefined;
  const answer = new Promise<object>((resolve) => (come = resolve));
  return { answer: () => answer, come };
}
const passed = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
};
const isAsked = (name: string) => () => gateway.asked.some((each) => each.name === name);

describe('what is asked for a page', () => {
  it('is asked no more once its reader has gone, long before what somebody still waits for', async () => {
    const browser = gateway.signedIn();
    const gone = new AbortController();
    const [notices, conflicts] = [held(), held()];
    Object.assign(gateway.answers, { Notices: notices.answer, WaitingListConflicts: conflicts.answer });
    // Asked first, it would be given up first if both were waited for as long as anybody waits.
    const waited = browser.get('/notices');
    await passed(isAsked('Notices'));
    const left = browser.get('/waiting-lists/conflicts', { signal: gone.signal });
    await passed(isAsked('WaitingListConflicts'));
    gone.abort();
    await passed(() => gateway.givenUp.length > 0);
    expect(gateway.givenUp).toEqual(['WaitingListConflicts']);
    for (const one of [notices, conflicts]) one.come({ data: null });
    await Promise.all([waited, left]);
  });

  it('is asked on where it is a form that was sent: what came of it is known, whoever went away', async () => {
    const browser = gateway.signedIn();
    const token = await browser.token();
    const gone = new AbortController();
    const settled = held();
    gateway.answers['SettleConflict'] = settled.answer;
    const form = { token, take: 'FILE', version: '4', idempotencyKey: 'once' };
    const sent = browser.post('/waiting-lists/conflicts/k1', form, { signal: gone.signal });
    await passed(isAsked('SettleConflict'));
    gone.abort();
    settled.come({ data: { settleConflict: { id: 'k1', taken: 'FILE' } } });
    expect((await sent).status).toBe(303);
    expect(gateway.givenUp).toEqual([]);
  });
});
