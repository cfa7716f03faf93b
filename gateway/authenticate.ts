import type { IncomingHttpHeaders } from 'node:http';
import { decodeJwt, jwtVerify } from 'jose';
import { z } from 'zod';
import { type Purpose, purposes } from '../platform/vocabulary/purpose.js';
import type { TrustedIssuer } from '../platform/auth/issuers.js';
import { Refused, Unauthenticated } from '../platform/errors/hub-error.js';
import type { SignedIn } from './asking.js';
import { BoundedMap } from './bounded-map.js';

/** Who a request's token says is asking, and for what; Unauthenticated, or Refused for a purpose that is not theirs. */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<SignedIn>;

const known: ReadonlySet<string> = new Set(purposes);

/** Scopes come as OAuth writes them, in one string, or as a list. Purposes the hub has no word for are left out. */
const tokenSchema = z.object({
  sub: z.string().min(1),
  iss: z.string(),
  name: z.string().default(''),
  org: z.string().min(1),
  role: z.string().min(1),
  exp: z.number(),
  scope: z
    .union([z.string().transform((text) => text.split(' ').filter((scope) => scope !== '')), z.array(z.string())])
    .default([]),
  purposes: z.array(z.string()).transform((given) => given.filter((each): each is Purpose => known.has(each))),
});

type Token = z.infer<typeof tokenSchema>;

/** A token that was verified is not verified again for this long: about a tenth of a request's work is saved. */
const rememberedMs = 60_000;

/** Of verified tokens: their text, and what they say. Some 10,000 of the usual length. */
const rememberedBytes = 32 * 1024 * 1024;

const refusal = (): Unauthenticated => new Unauthenticated('Sign in: the request carries no token the hub can accept.');

/** Takes tokens of the trusted issuers alone. Why one is refused is not said. */
export function authenticator(issuers: readonly TrustedIssuer[]): Authenticate {
  const trusted = new Map(issuers.map((issuer) => [issuer.issuer, issuer]));
  const verified = new BoundedMap<string, { token: Token; until: number }>(rememberedBytes, (text) => 4 * text.length);

  const verify = async (text: string): Promise<Token> => {
    const remembered = verified.get(text);
    if (remembered && remembered.until > Date.now()) return remembered.token;
    const token = await check(text, trusted);
    verified.set(text, { token, until: Math.min(token.exp * 1000, Date.now() + rememberedMs) });
    return token;
  };

  return async ({ authorization, 'hub-purpose': asked, 'hub-export': kept }) => {
    const text = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (text === undefined) throw refusal();
    const { sub, iss, name, org, role, scope, purposes: own } = await verify(text);
    const purpose = asked === undefined ? own[0] : own.find((each) => each === asked);
    if (!purpose) throw new Refused('Your token does not allow this purpose: send one of its own as Hub-Purpose.');
    const exported = kept === undefined ? {} : { exported: true as const };
    return { sub, iss, name, org, role, purpose, purposes: own, scopes: scope, ...exported };
  };
}

/** Key, algorithm, issuer, audience and times are the trusted issuer's; where the token says to look is not read. */
async function check(text: string, trusted: ReadonlyMap<string, TrustedIssuer>): Promise<Token> {
  try {
    const issuer = trusted.get(decodeJwt(text).iss ?? '');
    if (!issuer) throw refusal();
    const { payload } = await jwtVerify(text, issuer.keys, {
      issuer: issuer.issuer,
      audience: issuer.audience,
      algorithms: [...issuer.algorithms],
      requiredClaims: ['exp', 'sub'],
    });
    const token = tokenSchema.parse(payload);
    if (issuer.roles?.includes(token.role) === false || issuer.organisations?.includes(token.org) === false)
      throw refusal();
    // Systems have keys of their own: no person's token speaks for one.
    if (token.role === 'system' || token.sub.startsWith('system:')) throw refusal();
    return token;
  } catch (cause) {
    throw cause instanceof Unauthenticated ? cause : new Unauthenticated(refusal().message, {}, { cause });
  }
}
