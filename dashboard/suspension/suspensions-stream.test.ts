import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { gate, reading } from '../arriving.test-support.js';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());

const me = {
  ...{ name: 'Exclusions officer', role: 'exclusions-officer', purposes: ['EXCLUSION'] },
  organisation: { id: '990', name: 'Aldermere', kind: 'local-authority' },
};
const cell = {
  ...{ key: [], pupilsOn: '2026-10-01', pupils: 400, suspensions: 12, suspensionsPer100: 3, lostDays: 20 },
  ...{ childrenSuspended: 9, childrenSuspendedPer100: 2.25, permanentExclusions: 10 },
  ...{ permanentExclusionsPer100: 2.5, suppressed: false, basis: 'Pupils on the roll' },
  ...{ comparator: null, comparatorOfChildren: null, comparatorOfExclusions: null },
};
const due = { key: [], due: 10, inTime: 9, late: 1, missing: 0, suppressed: false, basis: 'Of each.' };
const figures = { data: { figures: [cell], byPhase: [], sixthDays: [due] } };
const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
const children = { data: { suspendedChildren: none } };
const refused = { data: null, errors: [{ message: 'no', extensions: { code: 'REFUSED' } }] };
const withoutToken = (page: string): string => page.replaceAll(/name="token" value="[^"]+"/g, '');

beforeEach(() => {
  gateway.forget();
  gateway.answers['SignedIn'] = () => ({ data: { me } });
  gateway.answers['SuspensionsPage'] = () => figures;
  gateway.answers['SuspendedChildren'] = () => children;
});

/** Nobody waits at all: whatever is not there at once is late. */
const hurried = { patience: () => Promise.resolve() };
const look = (address: string) => gateway.signedIn(hurried).get(address);
const as = (role: string, kind: string): void => {
  const own = { ...me, role, organisation: { id: '900001', name: 'Alder Bank', kind } };
  gateway.answers['SignedIn'] = () => ({ data: { me: own } });
};
const heading = 'Suspensions and exclusions</h1>';
const list = '<h2 class="govuk-heading-m">Children</h2>';

describe('a page of suspensions that is late', () => {
  it('begins with its heading, then has the children and then the figures, and is the same page in the end', async () => {
    const [slow, slower] = [gate<object>(), gate<object>()];
    gateway.answers['SuspendedChildren'] = () => slow.opened;
    gateway.answers['SuspensionsPage'] = () => slower.opened;
    const answer = await look('/suspensions');
    expect(answer.status).toBe(200);
    const page = reading(answer);
    expect(await page.until(heading)).not.toContain(list);
    slow.open(children);
    expect(await page.until(list)).not.toContain('How often');
    slower.open(figures);
    const late = await page.rest();
    expect(late).toMatch(/Children<\/h2>.*How often, and for how long<\/h2>.*Provision from the sixth day.*<\/html>$/s);
    expect(withoutToken(late)).toBe(withoutToken(await (await gateway.get('/suspensions')).text()));
  });

  it('says in its place what could not be asked, or cannot be drawn', async () => {
    const broken = { data: { figures: [{ ...cell, pupilsOn: null }], byPhase: [], sixthDays: [due] } };
    // The first is no answer of a gateway: what the asker makes of it is a fault.
    for (const came of [[], broken]) {
      const slow = gate<object>();
      gateway.answers['SuspensionsPage'] = () => slow.opened;
      const page = reading(await look('/suspensions'));
      await page.until(list);
      slow.open(came);
      expect(await page.rest()).toMatch(
        /How often, and for how long<\/h2>.*We could not ask education just now.*<\/html>$/s,
      );
    }
    gateway.answers['SuspendedChildren'] = () => ({ data: { suspendedChildren: { ...none, edges: [null] } } });
    expect(await (await look('/suspensions')).text()).toMatch(/Children<\/h2>.*We could not ask education just now/s);
  });

  it('of a school begins with the children, once it is known that there is a page', async () => {
    as('headteacher', 'school');
    const [slow, slower] = [gate<object>(), gate<object>()];
    gateway.answers['SuspendedChildren'] = () => slow.opened;
    gateway.answers['SuspensionsPage'] = () => slower.opened;
    const asking = look('/schools/900001/suspensions');
    slow.open(children);
    const page = reading(await asking);
    expect(await page.until(list)).not.toContain('How often');
    slower.open(figures);
    expect(await page.rest()).toMatch(/Alder Bank.*Children<\/h2>.*How often, and for how long.*<\/html>$/s);
  });

  it('has not begun where what comes first cannot be drawn', async () => {
    as('headteacher', 'school');
    gateway.answers['SuspensionsPage'] = () => new Promise(() => undefined);
    gateway.answers['SuspendedChildren'] = () => ({ data: { suspendedChildren: { ...none, edges: [null] } } });
    expect((await look('/schools/900001/suspensions')).status).toBe(500);
  });

  it('has not begun where there is no page', async () => {
    const mistaken = { data: null, errors: [{ message: 'no cursor', extensions: { code: 'INVALID_INPUT' } }] };
    gateway.answers['SuspendedChildren'] = () => mistaken;
    expect((await look('/suspensions?after=x')).status).toBe(400);
    gateway.answers['SuspendedChildren'] = gateway.answers['SuspensionsPage'] = () => refused;
    expect((await look('/schools/900002/suspensions')).status).toBe(403);
    as('camhs-clinician', 'health');
    expect((await look('/schools/900002/suspensions')).status).toBe(404);
  });
});
