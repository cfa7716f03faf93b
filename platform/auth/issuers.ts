import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createLocalJWKSet, createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { InvalidInput } from '../errors/hub-error.js';
import { developmentAudience, developmentIssuer, developmentKeys } from './dev-issuer.js';

/** Only signatures that need a private key: with `none` or HS256, whoever can check a token could also make one. */
const algorithms = ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256'] as const;

const issuersSchema = z.array(
  z.strictObject({
    issuer: z.string().min(1),
    audience: z.string().min(1),
    /** A file's path, or an https address. */
    jwks: z.string().min(1),
    algorithms: z.array(z.enum(algorithms)).min(1).default(['EdDSA', 'ES256', 'RS256']),
    /** Whom it may speak for; anyone where not given. A provider's issuer should not make a council's social worker. */
    roles: z.array(z.string()).min(1).optional(),
    organisations: z.array(z.string()).min(1).optional(),
  }),
);

const jwksSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

type Configured = z.infer<typeof issuersSchema>[number];

/** Somebody whose tokens the gateway takes: their name, whom they make tokens for, and their public keys. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly keys: JWTVerifyGetKey;
  /** The roles, and the organisations, it may speak for; anyone's where not given. */
  readonly roles?: readonly string[];
  readonly organisations?: readonly string[];
}

export interface IssuersOptions {
  /** `HUB_ISSUERS`: a JSON list, or the path of a JSON file that holds one. */
  readonly configured: string | undefined;
  /** Whether the development issuer is trusted: never in production, nor where others can reach the gateway. */
  readonly developmentTokens: boolean;
  readonly dataDir: string;
  readonly production: boolean;
  /** The address the gateway listens at. */
  readonly host: string;
}

/** Whom the gateway trusts. InvalidInput, in one line, where that cannot be worked out or must not be. */
export async function trustedIssuers(options: IssuersOptions): Promise<TrustedIssuer[]> {
  const { configured, developmentTokens, dataDir, production, host } = options;
  if (developmentTokens) requireOurselvesAlone({ production, host });
  const trusted = read(configured).map((each) => trust(each, production));
  if (developmentTokens) trusted.push(await development(dataDir));
  if (trusted.length === 0) {
    throw new InvalidInput('No issuer of tokens is trusted: set HUB_ISSUERS, or HUB_DEV_TOKENS=1 for development.');
  }
  return trusted;
}

/** Whoever can reach a place of development tokens is anybody they like. InvalidInput where others could. */
export function requireOurselvesAlone({ production, host }: Pick<IssuersOptions, 'host' | 'production'>): void {
  if (production)
    throw new InvalidInput('Development tokens are not taken in production: unset HUB_DEV_TOKENS and set HUB_ISSUERS.');
  if (!isLoopback(host))
    throw new InvalidInput(
      `Development tokens are taken on a loopback address only, not on ${host}: set HUB_DEV_TOKENS=0 and HUB_ISSUERS.`,
    );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function read(configured: string | undefined): Configured[] {
  if (configured === undefined) return [];
  const { text, where } = listed(configured);
  const { success, data, error } = issuersSchema.safeParse(parseJson(text));
  if (!success) {
    const at = error.issues[0]?.path.join('.') ?? '';
    throw new InvalidInput(
      `${where} is not a JSON list of {issuer, audience, jwks, algorithms}${at && ` (at ${at})`}.`,
    );
  }
  if (data.some(({ issuer }) => issuer === developmentIssuer)) {
    throw new InvalidInput('HUB_ISSUERS names the development issuer: only HUB_DEV_TOKENS=1 may let it in.');
  }
  return data;
}

/** The list's text, and what to call the place it came from: the variable itself, or the file that it names. */
function listed(configured: string): { readonly text: string; readonly where: string } {
  if (/^\s*[[{]/.test(configured)) return { text: configured, where: 'HUB_ISSUERS' };
  const file = path.resolve(configured);
  const text = textOf(file);
  if (text === null)
    throw new InvalidInput(`HUB_ISSUERS names the file ${file}, which is not there or cannot be read.`);
  return { text, where: `HUB_ISSUERS is not taken: the file ${file}` };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function trust(configured: Configured, production: boolean): TrustedIssuer {
  const { issuer, audience, jwks, algorithms: allowed, roles, organisations } = configured;
  const whose = { issuer, audience, algorithms: allowed, roles, organisations };
  if (!/^https?:/.test(jwks)) return { ...whose, keys: keysIn(jwks, issuer) };
  const address = new URL(jwks);
  if (address.protocol !== 'https:' && (production || !isLoopback(address.hostname))) {
    throw new InvalidInput(`The keys of ${issuer} must come over https.`);
  }
  return { ...whose, keys: createRemoteJWKSet(address, { timeoutDuration: 3000 }) };
}

function keysIn(file: string, issuer: string): JWTVerifyGetKey {
  const text = textOf(file);
  if (text === null) {
    throw new InvalidInput(
      `The keys of ${issuer} cannot be read: there is no file ${path.resolve(file)}, or none for us.`,
    );
  }
  const { success, data } = jwksSchema.safeParse(parseJson(text));
  if (!success) throw new InvalidInput(`The keys of ${issuer} are not in ${file}: it must hold a JSON Web Key Set.`);
  return createLocalJWKSet(data);
}

async function development(dataDir: string): Promise<TrustedIssuer> {
  const { publicKey } = await developmentKeys(dataDir);
  return {
    issuer: developmentIssuer,
    audience: developmentAudience,
    algorithms: ['EdDSA'],
    keys: createLocalJWKSet({ keys: [publicKey] }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
