import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLog } from '../platform/telemetry/log.js';
import { type AppOptions, createApp } from './app.js';
import { BegunStore } from './sign-in/begun-store.js';
import { SessionStore } from './sign-in/session-store.js';

const origin = 'http://127.0.0.1:3000';
const as = { accessToken: 'token', idToken: 'id', refreshToken: undefined, expiresAt: Number.MAX_SAFE_INTEGER };
const me = {
  ...{ name: 'SENCO', role: 'senco', purposes: ['TEAM_AROUND_SCHOOL', 'EARLY_HELP'] },
  organisation: { id: '900001', name: 'Alder Bank', kind: 'school' },
};
const head = {
  ...{ id: 'c1', dateOfBirth: '2014-05-19', age: 12, diedOn: null, team: [], attention: [], access: [] },
  ...{ voices: [], actions: [] },
  name: { given: '<script>alert(1)</script>', family: 'Adeyemi', preferred: null },
};

type Answers = Record<string, (variables: Record<string, unknown>) => object>;

let answers: Answers = {};
/** What the gateway was asked since the test began. */
let asked: {
  readonly name: string;
  readonly purpose: string | undefined;
  readonly variables: Record<string, unknown>;
}[] = [];
let status = 200;
let gateway: Server;
let gatewayUrl = '';

beforeAll(async () => {
  gateway = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => void (text += chunk.toString()));
    request.on('end', () => {
      const { query, variables } = JSON.parse(text) as { query: string; variables: Record<string, unknown> };
      const name = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
      asked.push({ name, purpose: request.headers['hub-purpose'] as string | undefined, variables });
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answers[name]?.(variables) ?? { data: null }));
    });
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  gatewayUrl = `http://127.0.0.1:${String((gateway.address() as AddressInfo).port)}/graphql`;
});

afterAll(() => new Promise((resolve) => gateway.close(resolve)));

beforeEach(() => {
  answers = { SignedIn: () => ({ data: { me } }) };
  asked = [];
  status = 200;
});

const options = (over: Partial<AppOptions> = {}): AppOptions => ({
  ...{ origin, providerOrigin: 'http://127.0.0.1:3001', gatewayUrl, log: createLog('silent') },
  ...{ sessions: new SessionStore(), begun: new BegunStore(), today: () => '2026-11-27' },
  patience: () => new Promise(() => undefined),
  provider: {
    begin: (wanted) =>
      Promise.resolve({
        address: new URL('http://127.0.0.1:3001/auth'),
        begun: { state: 's', nonce: 'n', verifier: 'v', wanted },
      }),
    finish: () => Promise.resolve(as),
    refresh: () => Promise.resolve(undefined),
    endAddress: () => Promise.resolve(null),
  },
  ...over,
});

const ours = { host: '127.0.0.1:3000', 'sec-fetch-site': 'same-origin' };

/** A browser that is signed in: its cookie, and what it sends. */
function signedIn(given = options()) {
  const app = createApp(given);
  const id = given.sessions.begin(as);
  const cookie = `__Host-hub=${id}`;
  const get = (path: string) => app.request(path, { headers: { ...ours, cookie } });
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { ...ours, cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(form).toString(),
    });
  const token = async () => /name="token" value="([^"]+)"/.exec(await (await get('/children')).text())?.[1] ?? '';
  return { app, get, post, token, id, sessions: given.sessions };
}

describe('a page', () => {
  it('is of somebody who is signed in: others are sent to sign in, and back', async () => {
    const answer = await createApp(options()).request('/schools/900001?week=2026-11-16', { headers: ours });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sign-in?to=%2Fschools%2F900001%3Fweek%3D2026-11-16');
  });

  it('comes with headers that allow no script, no frame and no copy kept', async () => {
    const { headers } = await signedIn().get('/children');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self' http://127.0.0.1:3001; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('is not answered under another name', async () => {
    const answer = await createApp(options()).request('/', { headers: { ...ours, host: 'evil.example' } });
    expect(answer.status).toBe(421);
  });

  it('shows a name as text, whatever stands in it', async () => {
    answers['ChildHead'] = () => ({ data: { child: head } });
    const text = await (await signedIn().get('/children/c1')).text();
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; Adeyemi');
  });

  it('asks three operations at the most, for the purpose in use', async () => {
    answers['ChildHead'] = () => ({ data: { child: head } });
    const browser = signedIn();
    await browser.get('/children/c1');
    const names = asked.filter(({ name }) => name !== 'SignedIn');
    expect(names.map(({ name }) => name).sort()).toEqual(['ChildCare', 'ChildHead', 'ChildSchool']);
    expect(new Set(names.map(({ purpose }) => purpose))).toEqual(new Set(['TEAM_AROUND_SCHOOL']));
    const token = await browser.token();
    const changed = await browser.post('/purpose', { token, purpose: 'EARLY_HELP' });
    // To the page it was chosen on; of an address of somebody else's making, to the front page.
    expect(changed.headers.get('location')).toBe('/children');
    const elsewhere = `${token.split('.')[0] ?? ''}.${Buffer.from('//evil.example').toString('base64url')}`;
    const away = await browser.post('/purpose', { token: elsewhere, purpose: 'EARLY_HELP' });
    expect(away.headers.get('location')).toBe('/');
    asked = [];
    await browser.get('/children/c1');
    expect(new Set(asked.map(({ purpose }) => purpose))).toEqual(new Set(['EARLY_HELP']));
  });

  it('is the same 404, byte for byte but for the form’s token, of a child that is not there and one that may not be seen', async () => {
    const browser = signedIn();
    answers['ChildHead'] = ({ id }) =>
      id === 'absent'
        ? { data: { child: null } }
        : { data: { child: null }, errors: [{ message: 'No.', path: ['child'], extensions: { code: 'NOT_FOUND' } }] };
    const bodies = await Promise.all(
      ['absent', 'hidden'].map(async (id) => {
        const answer = await browser.get(`/children/${id}`);
        expect(answer.status).toBe(404);
        return (await answer.text()).replaceAll(/name="token" value="[^"]+"/g, '');
      }),
    );
    expect(bodies[0]).toBe(bodies[1]);
  });

  it('says that a domain could not be asked, and shows the rest', async () => {
    answers['ChildHead'] = () => ({ data: { child: head } });
    answers['ChildCare'] = () => ({
      data: { child: { id: 'c1', health: null, socialCare: null } },
      errors: [
        { message: 'No.', path: ['child', 'health'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', domain: 'HEALTH' } },
      ],
    });
    const answer = await signedIn().get('/children/c1');
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('We could not ask health just now. This does not mean that nothing is held.');
    expect(text).not.toContain('We could not ask social care');
  });

  it.each([
    ['/waiting-lists?after=another', 'WaitingList'],
    ['/notices?after=another', 'Notices'],
    ['/changes?after=another', 'Changes'],
    ['/virtual-school?after=another', 'WeeklyList'],
    ['/thresholds?after=another', 'ThresholdsPage'],
    ['/suspensions?after=another', 'SuspendedChildren'],
  ])('at %s, a cursor of another list, is one sentence, and not that nothing could be asked', async (path, name) => {
    answers[name] = () => ({
      data: null,
      errors: [{ message: 'No such cursor.', path: [name], extensions: { code: 'INVALID_INPUT' } }],
    });
    const answer = await signedIn().get(path);
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain('This address asks for what the list does not have');
    expect(text).not.toContain('could not ask');
  });

  it.each([
    ['/waiting-lists?service=WIZARDRY', 'WaitingList', 'A part of the address is not known and was left out.'],
    ['/virtual-school?cohort=LAC', 'WeeklyList', 'The group in the address is not known: children on plans are shown.'],
    [
      '/changes?since=soon',
      'Changes',
      'The day in the address is no date: what changed since your last look is shown.',
    ],
  ])('at %s, a filter that is not known, falls back and says so', async (path, name, said) => {
    const answer = await signedIn().get(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(said);
    expect(JSON.stringify(asked.filter((one) => one.name === name))).not.toMatch(/WIZARDRY|LAC|soon/);
  });

  it('that a role does not include is refused', async () => {
    const refusal = { data: null, errors: [{ message: 'No.', path: ['list'], extensions: { code: 'REFUSED' } }] };
    for (const name of ['WeeklyList', 'VirtualSchoolFigures', 'WaitingList', 'ThresholdsPage', 'SuspendedChildren'])
      answers[name] = () => refusal;
    const browser = signedIn();
    for (const path of ['/virtual-school', '/waiting-lists', '/thresholds', '/suspensions'])
      expect((await browser.get(path)).status).toBe(403);
  });

  it('does not say of a child whose name could not be asked that it is not shared', async () => {
    const node = {
      ...{ id: 'e1', version: 1, child: null, service: 'SALT', provider: null, status: 'BOOKED', weeksWaiting: 3 },
      ...{ clock: null, nextStep: null, nextAppointmentOn: null, allowedNext: null },
    };
    const waitingList = { totalCount: 1, pageInfo: { hasNextPage: false, endCursor: null }, edges: [{ node }] };
    const path = ['waitingList', 'edges', 0, 'node', 'child'];
    const errors = [{ message: 'No.', path, extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }];
    answers['WaitingList'] = () => ({ data: { waitingList }, errors });
    const browser = signedIn();
    expect(await (await browser.get('/waiting-lists')).text()).toContain('Whose it is could not be asked just now');
    answers['WaitingList'] = () => ({ data: { waitingList } });
    const text = await (await browser.get('/waiting-lists')).text();
    expect(text).toContain('A child whom you do not see');
    expect(text).toContain('1 wait<');
  });

  it('is sent compressed to whoever takes it so', async () => {
    const app = createApp(options());
    const page = await (await signedIn().get('/children')).text();
    const sheet = /href="(\/asset\/[^"]*govuk\.css)"/.exec(page)?.[1] ?? '';
    const sent = (encoding: string) => app.request(sheet, { headers: { ...ours, 'accept-encoding': encoding } });
    const small = await sent('gzip');
    expect(small.headers.get('content-encoding')).toBe('gzip');
    expect((await small.arrayBuffer()).byteLength).toBeLessThan((await (await sent('identity')).text()).length / 4);
  });

  it('says that the hub does not answer, where it does not', async () => {
    const browser = signedIn({ ...options(), gatewayUrl: 'http://127.0.0.1:9/graphql' });
    expect((await browser.get('/children/c1')).status).toBe(503);
  });

  it('is over with a token that is not taken any more', async () => {
    const browser = signedIn();
    await browser.get('/children');
    status = 401;
    const answer = await browser.get('/notices');
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('href="/sign-in?to=%2Fnotices"');
    expect(browser.sessions.of(browser.id)).toBeUndefined();
  });
});

describe('a form', () => {
  const forged = 'was not sent from a page of this session';

  it.each<[string, Record<string, string>, boolean]>([
    ['from another’s page', { 'sec-fetch-site': 'cross-site' }, true],
    ['without a token', {}, false],
  ])('is not taken %s, and nothing is asked', async (_why, headers, withToken) => {
    const browser = signedIn();
    const token = await browser.token();
    asked = [];
    const form: Record<string, string> = withToken ? { token, family: 'Adeyemi' } : { family: 'Adeyemi' };
    const answer = await browser.post('/children', form, headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain(forged);
    expect(asked).toEqual([]);
  });

  it('is not taken with the token of another session', async () => {
    const given = options();
    const [mine, theirs] = [signedIn(given), signedIn(given)];
    expect((await mine.post('/children', { token: await theirs.token(), family: 'Adeyemi' })).status).toBe(403);
  });

  it('that is sent after the session ended says that nothing was saved', async () => {
    const browser = signedIn();
    const token = await browser.token();
    browser.sessions.end(browser.id);
    const answer = await browser.post('/children', { token, family: 'Adeyemi' });
    expect(answer.status).toBe(401);
    const text = await answer.text();
    expect(text).toContain('Nothing was saved');
    expect(text).toContain('href="/sign-in?to=%2Fchildren"');
  });

  it('of ten megabytes is refused', async () => {
    const browser = signedIn();
    const answer = await browser.post('/children', { token: await browser.token(), family: 'a'.repeat(10_000_000) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('This form is too long');
  });

  it('for one letter is not searched for, and keeps what was typed', async () => {
    const browser = signedIn();
    const token = await browser.token();
    asked = [];
    const answer = await browser.post('/children', { token, family: 'A', given: 'Tam' });
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain('Enter two letters of the family name or more.');
    expect(text).toContain('value="Tam"');
    expect(asked).toEqual([]);
  });
});

describe('a token that ends', () => {
  const ending = { ...as, expiresAt: 0, refreshToken: 'r' };

  it('is made anew once, however many pages ask at the same time', async () => {
    let renewals = 0;
    const given = options();
    const refresh = async () => {
      renewals += 1;
      await Promise.resolve();
      return { ...as, accessToken: 'renewed' };
    };
    const app = createApp({ ...given, provider: { ...given.provider, refresh } });
    const cookie = `__Host-hub=${given.sessions.begin(ending)}`;
    const get = async () => (await app.request('/children', { headers: { ...ours, cookie } })).status;
    expect(await Promise.all([get(), get(), get()])).toEqual([200, 200, 200]);
    expect(await get()).toBe(200);
    expect(renewals).toBe(1);
  });

  it('and is not made anew ends the session', async () => {
    const given = options();
    const id = given.sessions.begin(ending);
    const answer = await createApp(given).request('/children', { headers: { ...ours, cookie: `__Host-hub=${id}` } });
    expect(answer.status).toBe(303);
    expect(given.sessions.of(id)).toBeUndefined();
  });
});

describe('signing in', () => {
  it('makes a session of its own, and leaves none that was brought along', async () => {
    const given = options();
    const app = createApp(given);
    const planted = given.sessions.begin(as);
    const begun = given.begun.keep({ state: 's', nonce: 'n', verifier: 'v', wanted: '/children' });
    const cookie = `__Host-hub=${planted}; __Host-hub-begun=${begun}`;
    const answer = await app.request('/signed-in?code=c&state=s', { headers: { host: ours.host, cookie } });
    expect(answer.headers.get('location')).toBe('/children');
    const set = answer.headers
      .getSetCookie()
      .find((each) => each.startsWith('__Host-hub=') && !each.includes('Max-Age=0'));
    expect(set).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(set).not.toContain(planted);
    expect(given.sessions.of(planted)).toBeUndefined();
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to %s',
    async (wanted) => {
      const given = options();
      const answer = await createApp(given).request(`/sign-in?to=${encodeURIComponent(wanted)}`, { headers: ours });
      const id = /__Host-hub-begun=([^;]+)/.exec(answer.headers.getSetCookie().join())?.[1] ?? '';
      expect(given.begun.take(id)?.wanted).toBe('/');
    },
  );

  it('says so where the provider does not answer', async () => {
    const provider = { ...options().provider, begin: () => Promise.reject(new Error('down')) };
    const answer = await createApp(options({ provider })).request('/sign-in', { headers: ours });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('You cannot sign in just now');
  });

  it('ends by a form, and takes the session with it', async () => {
    const browser = signedIn();
    const answer = await browser.post('/sign-out', { token: await browser.token() });
    expect(answer.headers.get('location')).toBe('/signed-out');
    expect(answer.headers.get('clear-site-data')).toBe('"cache"');
    expect(browser.sessions.of(browser.id)).toBeUndefined();
    expect((await browser.get('/children')).status).toBe(303);
  });
});
