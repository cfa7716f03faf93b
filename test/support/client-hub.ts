import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Assembly } from '../../cli/assemble.js';
import { startGateway } from '../../cli/gateway-process.js';
import { issueDevelopmentToken } from '../../platform/auth/dev-issuer.js';
import { Metrics } from '../../platform/telemetry/metrics.js';
import { createLog } from '../../platform/telemetry/log.js';
import { testHub } from './hub.js';

/** Where a client asks, and as whom. */
export interface Place {
  readonly url: string;
  readonly token: string;
}

/** One hub that clients of all makes ask over HTTP: as development has it, and with production's safelist. */
export interface ClientHub {
  readonly development: Place;
  readonly production: Place;
  /** Where the production gateway keeps what partners register. */
  readonly dataDir: string;
  /** A child whom the tokens' school may see. */
  readonly childId: string;
  close(): Promise<void>;
}

const issuer = { issuer: 'https://identity.aldermere.example', audience: 'send-hub' };
const scope = 'partnership:read education:read health:read social-care:read virtual-school:read';

/** The origin whose pages the production gateway answers. */
export const pageOrigin = 'https://app.aldermere.example';

export async function clientHub(): Promise<ClientHub> {
  const hub = await testHub({ area: true });
  const story = hub.story('all-five');
  const school = story.schoolUrn ?? '';
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hub-clients-'));
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const jwks = path.join(dataDir, 'jwks.json');
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'test', alg: 'EdDSA' }] }));
  const gateway = await startGateway(
    {
      ...hub.environment,
      dataDir,
      developmentTokens: false,
      issuers: JSON.stringify([{ ...issuer, jwks }]),
      corsOrigins: [pageOrigin],
    },
    Object.create(hub.assembly, { metrics: { value: new Metrics() } }) as Assembly,
    createLog('silent'),
  );
  const token = await new SignJWT({
    name: 'SENCO',
    org: school,
    role: 'senco',
    scope,
    purposes: ['TEAM_AROUND_SCHOOL'],
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
    .setIssuer(issuer.issuer)
    .setAudience(issuer.audience)
    .setSubject(`senco.${school}`)
    .setExpirationTime('1h')
    .sign(pair.privateKey);
  const ofDevelopment = await issueDevelopmentToken(hub.environment.dataDir, 'senco', { school });
  return {
    development: { url: (await hub.gateway()).url, token: ofDevelopment },
    production: { url: gateway.url, token },
    dataDir,
    childId: story.id,
    close: async () => {
      await gateway.stop();
      await hub.close();
    },
  };
}
