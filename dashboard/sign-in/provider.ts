import * as openid from 'openid-client';
import type { SignedInAs } from './session-store.js';
import { rolesClaim, rolesIn, roleScope } from './roles.js';
import { provenSeconds } from './step-up.js';

/** The client registration of the dashboard at the organisation's own provider. */
export interface ProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the hub is called at the provider: the audience of the tokens asked for. */
  readonly resource: string;
  /** Where the provider sends people back to. */
  readonly redirectUri: string;
  /** What the provider calls the stronger proof of who somebody is; undefined where a fresh sign-in is what counts. */
  readonly stepUpAcr?: string | undefined;
  /** Which claim of the ID token lists the roles that its person may take; `roles` unless given. */
  readonly rolesClaim?: string | undefined;
}

/** What a sign-in asks for besides who it is. */
export interface Wanted {
  /** To prove anew who they are, though they had signed in. */
  readonly anew?: boolean;
  /** To be signed in as, where they have several. */
  readonly role?: string | undefined;
}

/** What is remembered of a sign-in that has begun, until its person comes back. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The path they wanted to see. */
  readonly wanted: string;
  /** Whether they were asked to prove anew who they are, though they had signed in. */
  readonly anew?: boolean;
  /** The role that was asked for; undefined where the provider chooses. */
  readonly role?: string | undefined;
}

const scope = 'openid';

const signedIn = (
  tokens: openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers,
  before?: SignedInAs,
): SignedInAs => ({
  accessToken: tokens.access_token,
  idToken: tokens.id_token ?? before?.idToken,
  refreshToken: tokens.refresh_token ?? before?.refreshToken,
  expiresAt: Date.now() + (tokens.expiresIn() ?? 300) * 1000,
  provenAt: before?.provenAt,
  roles: before?.roles,
  role: before?.role,
  subject: tokens.claims()?.sub ?? before?.subject,
});

/** When somebody proved who they are, as the provider says. Throws where it was proved less strongly than was asked for. */
export function provenAtOf(
  claims: { readonly acr?: unknown; readonly auth_time?: unknown } | undefined,
  stepUpAcr: string | undefined,
): number {
  if (typeof claims?.auth_time !== 'number') throw new Error('The provider does not say when they signed in.');
  if (stepUpAcr !== undefined && claims.acr !== stepUpAcr) throw new Error('They proved less than was asked for.');
  return claims.auth_time * 1000;
}

/** An OpenID provider: code flow with PKCE, state and nonce, as a confidential client. */
export class Provider {
  private found: Promise<openid.Configuration> | undefined;

  constructor(private readonly options: ProviderOptions) {}

  /** Looked up at the first sign-in, and again where that failed: the dashboard starts though its provider does not answer. */
  private configuration(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.options;
    const server = new URL(issuer);
    const execute = server.protocol === 'http:' ? [openid.allowInsecureRequests] : [];
    this.found ??= openid.discovery(server, clientId, clientSecret, undefined, { execute }).catch((error: unknown) => {
      this.found = undefined;
      throw error;
    });
    return this.found;
  }

  /** Where to send a person to sign in, or to prove anew who they are, and what to remember of it. */
  async begin(
    wanted: string,
    { anew = false, role }: Wanted = {},
  ): Promise<{ readonly address: URL; readonly begun: Begun }> {
    const begun = {
      ...{ state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier() },
      ...{ wanted, anew, role },
    };
    const address = openid.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.options.redirectUri,
      scope: role === undefined ? scope : `${scope} ${roleScope(role)}`,
      resource: this.options.resource,
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
      ...(anew ? this.proof() : {}),
    });
    return { address, begun };
  }

  private proof(): Record<string, string> {
    const { stepUpAcr } = this.options;
    const fresh = { prompt: 'login', max_age: String(provenSeconds) };
    return stepUpAcr === undefined ? fresh : { ...fresh, acr_values: stepUpAcr };
  }

  /** Rejects where the answer is not the one to this beginning, or proves less than was asked for. */
  async finish(query: URLSearchParams, { state, nonce, verifier, anew, role }: Begun): Promise<SignedInAs> {
    const address = new URL(this.options.redirectUri);
    address.search = query.toString();
    const tokens = await openid.authorizationCodeGrant(
      await this.configuration(),
      address,
      {
        ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
        ...(anew ? { maxAge: provenSeconds } : {}),
      },
      { resource: this.options.resource },
    );
    const roles = rolesIn(tokens.claims(), this.options.rolesClaim ?? rolesClaim);
    const as = { ...signedIn(tokens), roles, role };
    return anew ? { ...as, provenAt: provenAtOf(tokens.claims(), this.options.stepUpAcr) } : as;
  }

  /** New tokens in place of ones that end; undefined where the provider gives none. */
  async refresh(before: SignedInAs): Promise<SignedInAs | undefined> {
    if (before.refreshToken === undefined) return undefined;
    try {
      const { resource } = this.options;
      return signedIn(
        await openid.refreshTokenGrant(await this.configuration(), before.refreshToken, { resource }),
        before,
      );
    } catch {
      return undefined;
    }
  }

  /** Where the provider's own session is ended; null where it does not say. */
  async endAddress(idToken: string | undefined, back: string): Promise<string | null> {
    const configuration = await this.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined || idToken === undefined) return null;
    return openid.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: back }).href;
  }
}
