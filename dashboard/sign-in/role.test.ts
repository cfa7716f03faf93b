import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { StubGateway } from '../stub-gateway.test-support.js';
import { rolesIn } from './roles.js';
import { SessionStore } from './session-store.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.forget();
});

const as = { accessToken: 'token', idToken: 'id', refreshToken: undefined, expiresAt: Number.MAX_SAFE_INTEGER };
const ours = { host: '127.0.0.1:3000', 'sec-fetch-site': 'same-origin' };

/** Somebody with these roles, and what the provider was asked for them. */
function signedIn(roles: readonly string[] | undefined, role?: string) {
  const asked: unknown[] = [];
  const sessions = new SessionStore();
  const who = { ...as, subject: 'somebody', roles, role };
  const { app } = gateway.app({
    sessions,
    provider: {
      begin: (wanted, what) => {
        asked.push({ wanted, ...what });
        const begun = { state: 's', nonce: 'n', verifier: 'v', wanted, ...what };
        return Promise.resolve({ address: new URL('http://127.0.0.1:3001/auth'), begun });
      },
      finish: () => Promise.resolve(who),
      refresh: () => Promise.resolve(undefined),
      endAddress: () => Promise.resolve(null),
    },
  });
  const id = sessions.begin(who);
  const headers = { ...ours, cookie: `__Host-hub=${id}` };
  const get = async (path: string) => app.request(path, { headers });
  const pick = async (picked: string) => {
    const token = /name="token" value="([^"]+)"/.exec(await (await get('/children')).text())?.[1] ?? '';
    return app.request('/role', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token, role: picked }).toString(),
    });
  };
  /** The session that a sign-in which has begun ends in. */
  const comeBack = async (begun: Response) => {
    const cookie = `${headers.cookie}; ${cookieIn(begun, '__Host-hub-begun')}`;
    const back = await app.request('/signed-in?code=c', { headers: { ...headers, cookie } });
    return sessions.of(cookieIn(back, '__Host-hub').split('=')[1] ?? '');
  };
  return { get, pick, comeBack, asked, session: sessions.of(id) };
}

const cookieIn = (answer: Response, name: string): string =>
  answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0] ?? '')
    .findLast((each) => each.startsWith(`${name}=`)) ?? '';

describe('a change of role', () => {
  it('asks the provider for a role that it gives, and for no other', async () => {
    const { pick, asked } = signedIn(['senco', 'headteacher']);
    const given = await pick('headteacher');
    expect([given.status, given.headers.get('location')]).toEqual([303, 'http://127.0.0.1:3001/auth']);
    expect(asked).toEqual([{ wanted: '/', role: 'headteacher' }]);
    expect((await pick('social-worker')).status).toBe(403);
    expect(asked).toHaveLength(1);
  });

  it('is not offered to who has one role, or of whom the provider says none', async () => {
    for (const roles of [['senco'], [], undefined]) {
      const { get } = signedIn(roles);
      expect((await get('/role')).status).toBe(404);
      expect(await (await get('/children')).text()).not.toContain('/role');
    }
    expect(await (await signedIn(['senco', 'headteacher']).get('/children')).text()).toContain('href="/role"');
  });

  it('is told to everybody with their organisation, whether or not there is another role to take', async () => {
    const who = async (roles: readonly string[] | undefined): Promise<string> =>
      /<div class="app-who">.*?<\/p>/s.exec(await (await signedIn(roles).get('/children')).text())?.[0] ?? '';
    for (const roles of [undefined, ['senco'], ['senco', 'headteacher']])
      expect((await who(roles)).replaceAll(/<[^>]*>/g, ' ')).toMatch(/SENCO\s+You look as: SENCO, Alder Bank/);
  });

  it('is kept by who proves anew who they are, and not by who signs in again', async () => {
    const { get, asked } = signedIn(['senco', 'headteacher'], 'headteacher');
    await get('/sign-in?to=/matches&anew=yes');
    await get('/sign-in?to=/matches');
    expect(asked).toEqual([
      { wanted: '/matches', anew: true, role: 'headteacher' },
      { wanted: '/matches', anew: false, role: undefined },
    ]);
  });

  it('takes nothing along of what they were at, as signing in again does; proving anew who they are does', async () => {
    const decided = [{ reviewId: 'r0', at: '', words: 'Kept apart.' }];
    const after = async (begin: (browser: ReturnType<typeof signedIn>) => Promise<Response>) => {
      const browser = signedIn(['senco', 'headteacher']);
      Object.assign(browser.session ?? {}, { decided });
      const next = await browser.comeBack(await begin(browser));
      expect(next?.as.subject).toBe('somebody');
      return next?.decided;
    };
    expect(await after(({ pick }) => pick('headteacher'))).toBeUndefined();
    expect(await after(({ get }) => get('/sign-in?to=/matches'))).toBeUndefined();
    expect(await after(({ get }) => get('/sign-in?to=/matches&anew=yes'))).toEqual(decided);
  });

  it('goes by the claim that is named, as far as it is a list of words', () => {
    expect(rolesIn({ roles: ['senco', 7, null] }, 'roles')).toEqual(['senco']);
    expect(rolesIn({ hub_roles: ['senco'], roles: ['auditor'] }, 'hub_roles')).toEqual(['senco']);
    for (const claims of [undefined, {}, { roles: 'senco' }, { roles: { senco: true } }])
      expect(rolesIn(claims, 'roles')).toEqual([]);
  });
});
