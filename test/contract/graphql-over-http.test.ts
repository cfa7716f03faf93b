import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { issueDevelopmentToken } from '../../platform/auth/dev-issuer.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let url: string;
let token: string;

beforeAll(async () => {
  hub = await testHub();
  url = (await hub.gateway()).url;
  token = await issueDevelopmentToken(hub.environment.dataDir, 'senco');
});

afterAll(() => hub.close());

const signedIn: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('authorization', `Bearer ${token}`);
  return fetch(input, { ...init, headers });
};

describe('GraphQL over HTTP, as its own audits ask', () => {
  it('keeps every MUST and every SHOULD; what it may do, GET above all, it need not [S15]', async () => {
    const audits = serverAudits({ url, fetchFn: signedIn });
    const found: string[] = [];
    for (const audit of audits) {
      const result = await audit.fn();
      if (result.status !== 'ok' && !audit.name.startsWith('MAY')) found.push(audit.id);
    }
    expect(audits.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });
});
