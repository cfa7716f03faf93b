import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ClientMetadata, Configuration, JWK, KoaContextWithOIDC, Provider } from 'oidc-provider';
import {
  developmentAudience,
  developmentClaims,
  developmentClaimsAs,
  developmentIssuer,
  developmentKeys,
  rolesOfPersona,
} from '../../platform/auth/dev-issuer.js';
import { personas } from '../../platform/auth/personas.js';
import { InvalidInput } from '../../platform/errors/hub-error.js';
import { type Address, bind } from '../../platform/http/bind.js';
import { assets } from '../layout/asset.js';
import { overPage, personaPage, samePersonaPage, signOutPage } from './persona-page.js';
import { rolesClaim, roleScope } from './roles.js';

/** What the hub is called at the development provider: resource indicators are whole addresses (RFC 8707). */
export const developmentResource = 'urn:send-hub';

/** What it calls the proof of who picks the same persona once more. */
const developmentAcr = 'urn:send-hub:anew';

/** As long as a token of `hub token`. */
const tokenSeconds = 8 * 60 * 60;

export interface DevelopmentProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stepUpAcr: string;
  stop(): Promise<void>;
}

export interface DevelopmentProviderOptions extends Address {
  readonly dataDir: string;
  /** Where the dashboard has people sent back to, and after they signed out. */
  readonly redirectUri: string;
  readonly signedOutUri: string;
}

/** A persona and the school it was chosen for, as the provider names an account. */
const accountOf = (persona: string, school: string): string => (school === '' ? persona : `${persona}|${school}`);

/** What a token of an account says, in a role that is asked for: in its own where it may not take that one. */
function claimsOf(account: string, role?: string) {
  const [persona = '', school] = account.split('|');
  const choice = school === undefined ? {} : { school };
  return role === undefined ? developmentClaims(persona, choice) : developmentClaimsAs(persona, choice, role);
}

/** The roles that an account may take, as its ID token tells. */
const rolesOf = (account: string): readonly string[] => rolesOfPersona(account.split('|')[0] ?? '');

const roleScopes = personas.map(({ role }) => roleScope(role));

/** The role that a scope asks for. */
const roleIn = (scope: string | undefined): string | undefined =>
  scope
    ?.split(' ')
    .find((each) => roleScopes.includes(each))
    ?.slice(roleScope('').length);

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 4096) throw new InvalidInput('The form is too long.');
  }
  return new URLSearchParams(text);
}

function answer(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
  });
  response.end(page);
}

/** The dashboard’s own styles, which its pages load from here: nothing of another address is let in. */
const styleOf = (url: string): string | undefined => {
  const [, room, hash = '', name = ''] = url.split('/');
  return room === 'asset' ? assets.text(hash, name) : undefined;
};

/** A registration of the dashboard, made anew at each start: nobody else knows its secret. */
const registered = ({ redirectUri, signedOutUri }: DevelopmentProviderOptions): ClientMetadata => ({
  client_id: 'send-hub-dashboard',
  client_secret: randomBytes(32).toString('base64url'),
  redirect_uris: [redirectUri],
  post_logout_redirect_uris: [signedOutUri],
  response_types: ['code'],
  grant_types: ['authorization_code'],
  id_token_signed_response_alg: 'EdDSA',
});

/** What its tokens are for, and that signing out is asked once: in the dashboard. */
const features: Configuration['features'] = {
  devInteractions: { enabled: false },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (ctx, form) => {
      ctx.body = signOutPage(form);
    },
  },
  resourceIndicators: {
    enabled: true,
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      ...{ scope: roleScopes.join(' '), audience: developmentAudience, accessTokenTTL: tokenSeconds },
      ...{ accessTokenFormat: 'jwt', jwt: { sign: { alg: 'EdDSA' } } },
    }),
  },
};

/** Whoever picked a persona agreed to be it: the provider asks for no consent of its own. */
async function grantOf(ctx: KoaContextWithOIDC) {
  const { client, session, resourceServers, provider } = ctx.oidc;
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
  grant.addOIDCScope(['openid', ...roleScopes].join(' '));
  for (const resource of Object.keys(resourceServers ?? {})) grant.addResourceScope(resource, roleScopes.join(' '));
  await grant.save();
  return grant;
}

function configuration(client: ClientMetadata, privateKey: JWK): Configuration {
  return {
    jwks: { keys: [privateKey] },
    clients: [client],
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    acrValues: [developmentAcr],
    enabledJWA: { idTokenSigningAlgValues: ['EdDSA'] },
    pkce: { required: () => true },
    ttl: { AccessToken: tokenSeconds, Session: tokenSeconds, Grant: tokenSeconds, IdToken: 3600, Interaction: 3600 },
    scopes: ['openid', ...roleScopes],
    claims: { openid: ['sub', rolesClaim] },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, [rolesClaim]: rolesOf(id) }) }),
    interactions: { url: (_ctx, { uid }) => `/sign-in/${uid}` },
    features,
    loadExistingGrant: grantOf,
    formats: {
      customizers: {
        jwt: (_ctx, token, parts) => {
          const { iat, exp, jti } = parts.payload as Record<string, unknown>;
          const { accountId = '', scope } = token as { accountId?: string; scope?: string };
          parts.payload = {
            ...claimsOf(accountId, roleIn(scope)),
            iss: developmentIssuer,
            aud: developmentAudience,
            iat,
            exp,
            jti,
          };
        },
      },
    },
  };
}

/** Shows the personas, and signs in as the one that is picked. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { uid, params, session } = await provider.interactionDetails(request, response);
  const anew = params['acr_values'] === developmentAcr;
  if (request.method !== 'POST') {
    answer(response, 200, anew && session ? samePersonaPage(uid, session.accountId) : personaPage(uid, ''));
    return;
  }
  const form = await formOf(request);
  const account = accountOf(form.get('persona') ?? '', (form.get('school') ?? '').trim());
  const fault = faultOf(account);
  const proof = anew ? { acr: developmentAcr } : {};
  if (fault === null)
    await provider.interactionFinished(request, response, { login: { accountId: account, remember: false, ...proof } });
  else answer(response, 400, personaPage(uid, fault));
}

/** The library warns that it keeps all in memory, and wants a newer Node than the oldest of ours: both are known, and for development alone. */
async function quietly<T>(work: () => Promise<T> | T): Promise<T> {
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes('oidc-provider WARNING')) warn(...said);
  };
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}

/** Why nobody can be signed in so, in a sentence; null where somebody can. */
function faultOf(account: string): string | null {
  try {
    claimsOf(account);
    return null;
  } catch (error) {
    if (error instanceof InvalidInput) return error.message;
    throw error;
  }
}

/**
 * The OpenID provider of this machine, for development alone: it signs in whoever picks a persona. Its tokens are those of
 * `hub token`, so a gateway that takes no development tokens takes none of these.
 */
export async function startDevelopmentProvider(options: DevelopmentProviderOptions): Promise<DevelopmentProvider> {
  // Not a dependency of a hub in production: loaded where it is used.
  const { default: OpenIdProvider } = await quietly(() => import('oidc-provider'));
  const { privateKey } = await developmentKeys(options.dataDir);
  const server = createServer();
  const issuer = `http://${options.host}:${String(await bind(server, options))}`;
  const client = registered(options);
  const provider = await quietly(() => new OpenIdProvider(issuer, configuration(client, privateKey)));
  const callback = provider.callback();
  server.on('request', (request, response) => {
    const { url = '' } = request;
    const own = url.startsWith('/sign-in/');
    const style = styleOf(url);
    if (style !== undefined) {
      response.writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'x-content-type-options': 'nosniff' });
      response.end(style);
      return;
    }
    const done = own ? interact(provider, request, response) : callback(request, response);
    done.catch(() => {
      answer(response, 400, overPage());
    });
  });
  const stop = async (): Promise<void> => {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  };
  return {
    issuer,
    clientId: client.client_id,
    clientSecret: client.client_secret ?? '',
    stepUpAcr: developmentAcr,
    stop,
  };
}
