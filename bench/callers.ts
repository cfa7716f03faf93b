import { createPrivateKey, generateKeyPairSync, type JsonWebKey, randomUUID, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Basis } from '../platform/access/rule.js';
import { personaNamed } from '../platform/auth/personas.js';

/** Somebody who asks. */
export interface Asker {
  readonly sub: string;
  readonly org: string;
  readonly persona: 'social-worker' | 'senco';
}

/** Somebody who asks about one child: no two pairs have the same caller. */
export interface Pair extends Asker {
  readonly childId: string;
}

/** Somebody who asks for all children whom the team around one school is to discuss: no two pages have the same caller. */
export interface Page extends Asker {
  readonly urn: string;
  readonly children: readonly string[];
}

/** Through what the bench's callers of a role are related to the children they ask about. */
export const basisOf = (role: string): Basis => (role === 'social-worker' ? 'CASELOAD' : 'SCHOOL_ROLL');

const issuer = 'hub:bench';
const audience = 'send-hub';
const kid = 'bench';

/** An issuer of the bench's own, trusted as a partnership's identity provider is: by a key set in a file. */
export function makeIssuer(dir: string): { readonly privateKey: JsonWebKey; readonly configured: string } {
  const pair = generateKeyPairSync('ed25519');
  const jwks = path.join(dir, 'bench-jwks.json');
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...pair.publicKey.export({ format: 'jwk' }), kid, alg: 'EdDSA' }] }));
  return {
    privateKey: pair.privateKey.export({ format: 'jwk' }),
    configured: JSON.stringify([{ issuer, audience, jwks, algorithms: ['EdDSA'] }]),
  };
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs tokens, each of them new: a token that was seen before is checked more cheaply. */
export function tokenMaker(privateKey: JsonWebKey): (asker: Asker) => string {
  const key = createPrivateKey({ key: privateKey, format: 'jwk' });
  const head = encoded({ alg: 'EdDSA', kid });
  return ({ sub, org, persona }) => {
    const { title, role, scopes, purposes } = personaNamed(persona);
    const now = Math.floor(Date.now() / 1000);
    const about = { iss: issuer, aud: audience, sub, iat: now, exp: now + 3600, jti: randomUUID() };
    const body = encoded({ ...about, name: title, org, role, scope: scopes.join(' '), purposes });
    return `${head}.${body}.${sign(null, Buffer.from(`${head}.${body}`), key).toString('base64url')}`;
  };
}
