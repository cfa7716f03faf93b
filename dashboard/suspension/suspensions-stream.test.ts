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

describe('a page of suspensions whose figures are still being counted', () => {
  it('begins with the children, and is the same page in the end', async () => {
    const [slow, slower] = [gate<object>(), gate<object>()];
    gateway.answers['SuspensionsPage'] = () => slow.opened;
    const answer = await gateway.get('/suspensions');
    expect(answer.status).toBe(200);
    const page = reading(answer);
    const begun = await page.until('<h2 class="govuk-heading-m">Children</h2>');
    expect(begun).not.toContain('How often');
    slow.open(figures);
    const whole = await page.rest();
    expect(whole).toMatch(
      /Children<\/h2>.*How often, and for how long<\/h2>.*Provision from the sixth day.*<\/html>$/s,
    );

    gateway.answers['SuspensionsPage'] = () => figures;
    gateway.answers['SuspendedChildren'] = () => slower.opened;
    const asking = gateway.get('/suspensions');
    slower.open(children);
    expect(withoutToken(await (await asking).text())).toBe(withoutToken(whole));
  });

  it('says in their place that they could not be asked, and ends', async () => {
    const slow = gate<object>();
    gateway.answers['SuspensionsPage'] = () => slow.opened;
    const page = reading(await gateway.get('/suspensions'));
    await page.until('Children</h2>');
    // No answer of a gateway: what the asker makes of it is a fault.
    slow.open([]);
    expect(await page.rest()).toMatch(
      /How often, and for how long<\/h2>.*We could not ask education just now.*<\/html>$/s,
    );
  });

  it('says so too where they cannot be drawn', async () => {
    const slow = gate<object>();
    gateway.answers['SuspensionsPage'] = () => slow.opened;
    const page = reading(await gateway.get('/suspensions'));
    await page.until('Children</h2>');
    slow.open({ data: { figures: [{ ...cell, pupilsOn: null }], byPhase: [], sixthDays: [due] } });
    expect(await page.rest()).toMatch(/We could not ask education just now.*<\/html>$/s);
  });

  it('has not begun where what comes first cannot be drawn', async () => {
    gateway.answers['SuspensionsPage'] = () => new Promise(() => undefined);
    gateway.answers['SuspendedChildren'] = () => ({ data: { suspendedChildren: { ...none, edges: [null] } } });
    expect((await gateway.get('/suspensions')).status).toBe(500);
  });

  it('has not begun where there is no page', async () => {
    const slow = gate<object>();
    gateway.answers['SuspensionsPage'] = () => slow.opened;
    gateway.answers['SuspendedChildren'] = () => ({
      ...{ data: null, errors: [{ message: 'no cursor', extensions: { code: 'INVALID_INPUT' } }] },
    });
    expect((await gateway.get('/suspensions?after=x')).status).toBe(400);
    gateway.answers['SuspendedChildren'] = () => refused;
    const asking = gateway.get('/suspensions');
    slow.open(refused);
    expect((await asking).status).toBe(403);
  });
});
