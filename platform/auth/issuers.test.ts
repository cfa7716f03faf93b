import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { developmentAudience, developmentIssuer, developmentKeys, issueDevelopmentToken } from './dev-issuer.js';
import { type IssuersOptions, trustedIssuers } from './issuers.js';

let dataDir: string;
let jwks: string;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'issuers-'));
  jwks = path.join(dataDir, 'jwks.json');
  const { publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  writeFileSync(jwks, JSON.stringify({ keys: [await exportJWK(publicKey)] }));
});

const options = (over: Partial<IssuersOptions> = {}): IssuersOptions => ({
  configured: undefined,
  developmentTokens: false,
  dataDir,
  production: false,
  host: '127.0.0.1',
  ...over,
});

const entry = (over: object = {}): string =>
  JSON.stringify([{ issuer: 'https://login.example/', audience: 'send-hub', jwks, ...over }]);

const refused = (over: Partial<IssuersOptions>, why: string) =>
  expect(trustedIssuers(options(over))).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringContaining(why) as unknown,
  });

describe('the issuers a gateway trusts', () => {
  it('are those of HUB_ISSUERS, whether it is the list or the path of a file', async () => {
    const file = path.join(dataDir, 'issuers.json');
    writeFileSync(file, entry());
    for (const configured of [entry(), file]) {
      const [trusted, ...rest] = await trustedIssuers(options({ configured }));
      expect(rest).toEqual([]);
      expect(trusted).toMatchObject({ issuer: 'https://login.example/', algorithms: ['EdDSA', 'ES256', 'RS256'] });
    }
  });

  it('must be some', () => refused({}, 'No issuer'));

  it.each([
    ['not JSON', '{'],
    ['not a list', '{"issuer":"x"}'],
    ['an algorithm whose checker could sign', '[{"issuer":"x","audience":"y","jwks":"z","algorithms":["HS256"]}]'],
    ['no algorithm', '[{"issuer":"x","audience":"y","jwks":"z","algorithms":["none"]}]'],
    ['an unknown word', '[{"issuer":"x","audience":"y","jwks":"z","jku":"w"}]'],
  ])('are not read from %s', (_, configured) => refused({ configured }, 'HUB_ISSUERS is not'));

  it('are told to be in no such file, where HUB_ISSUERS names one', async () => {
    await refused({ configured: '/nowhere/issuers.json' }, 'names the file /nowhere/issuers.json, which is not there');
    await refused({ configured: 'issuers.json' }, `names the file ${path.resolve('issuers.json')}, which is not there`);
    await refused({ configured: dataDir }, `names the file ${dataDir}, which is not there or cannot be read`);
    const file = path.join(dataDir, 'wrong.json');
    writeFileSync(file, '[{"issuer":"x"}]');
    await refused({ configured: file }, `the file ${file} is not a JSON list`);
  });

  it('are not told of keys in a folder as of a fault of ours', () =>
    refused({ configured: entry({ jwks: dataDir }) }, `there is no file ${dataDir}`));

  it('need a key set that is there', () => refused({ configured: entry({ jwks: '/nowhere.json' }) }, '/nowhere.json'));

  it.each([
    ['on another machine', 'http://login.example/jwks', false],
    ['in production', 'http://127.0.0.1:9/jwks', true],
  ])('bring their keys over https %s', (_, address, production) =>
    refused({ configured: entry({ jwks: address }), production }, 'https'),
  );

  it('may bring them from loopback without it while developing', async () => {
    await expect(
      trustedIssuers(options({ configured: entry({ jwks: 'http://127.0.0.1:9/jwks' }) })),
    ).resolves.toHaveLength(1);
  });
});

describe('the development issuer', () => {
  it('is trusted only when told', async () => {
    const names = (await trustedIssuers(options({ configured: entry() }))).map(({ issuer }) => issuer);
    expect(names).not.toContain(developmentIssuer);
    const [development] = await trustedIssuers(options({ developmentTokens: true }));
    expect(development?.issuer).toBe(developmentIssuer);
  });

  it('ends the start in production', () =>
    refused({ developmentTokens: true, production: true, configured: entry() }, 'not taken in production'));

  it.each(['0.0.0.0', '10.0.0.5', 'hub.example', '::'])('ends the start on %s', (host) =>
    refused({ developmentTokens: true, host }, 'loopback'),
  );

  it.each([true, false])('cannot be let in through HUB_ISSUERS (production: %s)', (production) =>
    refused({ configured: entry({ issuer: developmentIssuer }), production }, 'development issuer'),
  );

  it('makes its pair at first use, for its owner only, and keeps it', async () => {
    const [first, second] = await Promise.all([developmentKeys(dataDir), developmentKeys(dataDir)]);
    expect(second).toEqual(first);
    expect(statSync(path.join(dataDir, 'dev-issuer.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(jwks, 'utf8')).not.toContain('"d"');
  });
});

describe('a development token', () => {
  const claims = async (persona: string, choice = {}) => {
    const [development] = await trustedIssuers(options({ developmentTokens: true }));
    if (!development) throw new Error('not trusted');
    const text = await issueDevelopmentToken(dataDir, persona, choice);
    return (await jwtVerify(text, development.keys, { issuer: developmentIssuer, audience: developmentAudience }))
      .payload;
  };

  it('is the persona’s, for eight hours', async () => {
    const { iat = 0, exp = 0, ...rest } = await claims('senco');
    expect(exp - iat).toBe(8 * 3600);
    expect(rest).toMatchObject({ sub: 'senco.900001', org: '900001', role: 'senco' });
    expect(rest['purposes']).toEqual(['TEAM_AROUND_SCHOOL', 'EHC_ASSESSMENT', 'EARLY_HELP']);
  });

  it('puts the chosen purpose first and says where the persona works', async () => {
    expect(await claims('senco', { school: '900002', purpose: 'EARLY_HELP' })).toMatchObject({
      sub: 'senco.900002',
      org: '900002',
      purposes: ['EARLY_HELP', 'TEAM_AROUND_SCHOOL', 'EHC_ASSESSMENT'],
    });
    expect(await claims('health-admin', { provider: 'XSL02' })).toMatchObject({ sub: 'hadm-001', org: 'XSL02' });
    expect(await claims('team-around-school-lead', { school: '900003' })).toMatchObject({
      sub: 'tas-lead.900003',
      org: '990',
    });
  });

  it.each([
    ['an unknown persona', 'nobody', {}, 'senco'],
    ['a purpose that is not the persona’s', 'senco', { purpose: 'AUDIT' }, 'not a purpose of senco'],
    ['a school for somebody who has none', 'auditor', { school: '900001' }, '--school'],
    ['a provider for somebody at a school', 'senco', { provider: 'XAC01' }, '--provider'],
  ])('is refused for %s', async (_, persona, choice, why) => {
    await expect(issueDevelopmentToken(dataDir, persona, choice)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining(why) as unknown,
    });
  });
});
