// Production on one computer: an issuer of tokens of your own, as an identity provider would be one.
// TOKEN=$(node docs/examples/own-issuer.mjs .hub/own-issuer "$(npx hub token senco)")
//
// Makes, in the folder, a key pair at the first run, the key set that a gateway checks signatures with, and the list for
// HUB_ISSUERS; prints a token of this issuer for the person whom the given development token is for, good for an hour.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decodeJwt, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';

const issuer = 'https://login.rehearsal.example/';
const audience = 'send-hub';

const [folder, person] = process.argv.slice(2);
if (!folder || !person) {
  console.error('Give a folder, and a development token of the person: "$(npx hub token senco)".');
  process.exit(2);
}

mkdirSync(folder, { recursive: true });
const file = (name) => path.resolve(folder, name);

if (!existsSync(file('private-key.json'))) {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const named = { kid: 'rehearsal', alg: 'EdDSA' };
  const keys = [{ ...(await exportJWK(publicKey)), ...named, use: 'sig' }];
  writeFileSync(file('trust.jwks.json'), JSON.stringify({ keys }, null, 2));
  const list = [{ issuer, audience, jwks: file('trust.jwks.json'), algorithms: ['EdDSA'] }];
  writeFileSync(file('issuers.json'), JSON.stringify(list, null, 2));
  writeFileSync(file('private-key.json'), JSON.stringify({ ...(await exportJWK(privateKey)), ...named }), {
    mode: 0o600,
  });
}

// All that the hub reads of a token (config/README.md).
const { sub, name, org, role, scope, purposes } = decodeJwt(person);
const key = await importJWK(JSON.parse(readFileSync(file('private-key.json'), 'utf8')), 'EdDSA');
const token = await new SignJWT({ name, org, role, scope, purposes })
  .setProtectedHeader({ alg: 'EdDSA', kid: 'rehearsal' })
  .setIssuer(issuer)
  .setAudience(audience)
  .setSubject(sub)
  .setIssuedAt()
  .setExpirationTime('1h')
  .sign(key);
console.log(token);
