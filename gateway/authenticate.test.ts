import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { TrustedIssuer } from '../platform/auth/issuers.js';
import { type Authenticate, authenticator } from './authenticate.js';
import { everyTimerBut } from './fake-clock.test-support.js';
import { listening } from './fixture.test-support.js';

const issuer = 'https://login.example/';
const audience = 'send-hub';
const pair = await generateKeyPair('ES256', { extractable: true });
const other = await generateKeyPair('ES256');
/** In the issuer's own key set, but of an algorithm the hub does not take from it. */
const rsa = await generateKeyPair('RS256', { extractable: true });

const senco = { name: 'A Senco', org: '900001', role: 'senco', scope: 'partnership:read health:read' };
const own = { ...senco, purposes: ['TEAM_AROUND_SCHOOL', 'EARLY_HELP'] };

let authenticate: Authenticate;

beforeAll(async () => {
  const elliptic = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256' };
  const keys = createLocalJWKSet({ keys: [elliptic, { ...(await exportJWK(rsa.publicKey)), kid: 'rsa' }] });
  const trusted: TrustedIssuer = { issuer, audience, algorithms: ['ES256', 'EdDSA'], keys };
  authenticate = authenticator([trusted]);
});

afterEach(() => {
  jest.useRealTimers();
});

interface Over {
  claims?: JWTPayload;
  iss?: string;
  aud?: string;
  exp?: string;
  nbf?: string;
  sub?: string;
  key?: CryptoKey;
  header?: Record<string, unknown>;
}

const token = ({
  claims = own,
  iss = issuer,
  aud = audience,
  exp = '5m',
  nbf,
  sub = 'senco.900001',
  key,
  header,
}: Over = {}) => {
  const jwt = new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'k1', ...header });
  jwt.setIssuer(iss).setAudience(aud).setSubject(sub).setExpirationTime(exp);
  if (nbf) jwt.setNotBefore(nbf);
  return jwt.sign(key ?? pair.privateKey);
};

const bearer = (text: string, purpose?: string) =>
  authenticate({ authorization: `Bearer ${text}`, ...(purpose === undefined ? {} : { 'hub-purpose': purpose }) });

describe('a token', () => {
  it('says who asks, what for and with which scopes', async () => {
    expect(await bearer(await token())).toEqual({
      sub: 'senco.900001',
      iss: issuer,
      name: 'A Senco',
      org: '900001',
      role: 'senco',
      purpose: 'TEAM_AROUND_SCHOOL',
      purposes: ['TEAM_AROUND_SCHOOL', 'EARLY_HELP'],
      scopes: ['partnership:read', 'health:read'],
    });
  });

  it('speaks only for the roles and organisations its issuer may speak for', async () => {
    const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256' }] });
    const trusted = { issuer, audience, algorithms: ['ES256'], keys };
    const bearer = { authorization: `Bearer ${await token()}` };
    await expect(
      authenticator([{ ...trusted, roles: ['senco'], organisations: ['900001'] }])(bearer),
    ).resolves.toMatchObject({
      role: 'senco',
    });
    for (const narrow of [{ roles: ['social-worker'] }, { organisations: ['900002'] }]) {
      await expect(authenticator([{ ...trusted, ...narrow }])(bearer)).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
      });
    }
  });

  it('may list its scopes, and purposes the hub has no word for are left out', async () => {
    const text = await token({
      claims: { ...own, scope: ['a:read', 'b:read'], purposes: ['MARKETING', 'EARLY_HELP'] },
    });
    expect(await bearer(text)).toMatchObject({
      scopes: ['a:read', 'b:read'],
      purpose: 'EARLY_HELP',
      purposes: ['EARLY_HELP'],
    });
  });

  const bad: Record<string, () => Promise<string>> = {
    'has expired': () => token({ exp: '-1m' }),
    'is not valid yet': () => token({ nbf: '5m' }),
    'is for another audience': () => token({ aud: 'another' }),
    'is of another issuer': () => token({ iss: 'https://other.example/' }),
    'is signed with another key': () => token({ key: other.privateKey }),
    'is signed by an algorithm not taken from its issuer': () =>
      token({ key: rsa.privateKey, header: { alg: 'RS256', kid: 'rsa' } }),
    'names an unknown key': () => token({ header: { kid: 'k2' } }),
    'has no role': () => token({ claims: { ...own, role: undefined } }),
    'has no purposes at all': () => token({ claims: senco }),
    'speaks for a system by its subject': () => token({ sub: 'system:ingest' }),
    'speaks for a system by its role': () => token({ claims: { ...own, role: 'system' } }),
    'was edited': async () => {
      const [head, , signature] = (await token()).split('.');
      const claims = { ...own, iss: issuer, aud: audience, sub: 'x', role: 'auditor', exp: 4_000_000_000 };
      return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
    },
    'is not signed': () => Promise.resolve(`${unsigned('none')}.`),
    'is not signed, with something for a signature': () => Promise.resolve(`${unsigned('none')}.AAAA`),
    'is signed with the public key as a secret': async () => {
      const text = unsigned('HS256');
      return `${text}.${createHmac('sha256', await exportSPKI(pair.publicKey))
        .update(text)
        .digest('base64url')}`;
    },
  };

  it.each(Object.entries(bad))('is refused when it %s [S02] [S03] [S04]', async (_, make) => {
    await expect(bearer(await make())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each([undefined, '', 'Basic YTpi', 'Bearer', 'Bearer not.a.token', 'Bearer a.b'])(
    'must be there: %s is none [S01]',
    async (authorization) => {
      await expect(authenticate({ authorization })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    },
  );

  it('is verified again once it is no longer remembered, and never remembered past its end', async () => {
    const text = await token({ exp: '10m' });
    await expect(bearer(text)).resolves.toMatchObject({ role: 'senco' });
    jest.useFakeTimers({ doNotFake: everyTimerBut('Date'), now: Date.now() + 601_000 });
    await expect(bearer(text)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  describe('that says where its keys are', () => {
    let asked = 0;
    let site: Awaited<ReturnType<typeof listening>>;
    beforeAll(async () => {
      site = await listening(
        createServer((_, response) => {
          asked += 1;
          response.end('{"keys":[]}');
        }),
      );
    });
    afterAll(() => {
      site.stop();
    });

    it('is refused, and nobody is asked [S03]', async () => {
      const text = await token({ key: other.privateKey, header: { jku: site.url, x5u: site.url } });
      await expect(bearer(text)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(asked).toBe(0);
    });
  });
});

describe('a purpose', () => {
  it('is the one the request names, if the token allows it', async () => {
    expect(await bearer(await token(), 'EARLY_HELP')).toMatchObject({ purpose: 'EARLY_HELP' });
  });

  it.each(['SAFEGUARDING', 'early_help', ''])('is refused where the token does not allow it: %s', async (purpose) => {
    await expect(bearer(await token(), purpose)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('is refused where the token has none that the hub knows', async () => {
    const text = await token({ claims: { ...own, purposes: ['MARKETING'] } });
    await expect(bearer(text)).rejects.toMatchObject({ code: 'REFUSED' });
  });
});

function unsigned(alg: string): string {
  const claims = { ...own, iss: issuer, aud: audience, sub: 'senco.900001', exp: 4_000_000_000 };
  return [{ alg, kid: 'k1' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}
