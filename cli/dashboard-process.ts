import { type Dashboard, type Registration, startDashboard } from '../dashboard/dashboard.js';
import { requireOurselvesAlone } from '../platform/auth/issuers.js';
import type { Environment } from '../platform/config/environment.js';
import { InvalidInput } from '../platform/errors/hub-error.js';
import type { Log } from '../platform/telemetry/log.js';
import { todayOf } from './today.js';

/** The registration at the organisation's own provider; undefined where none is given, and InvalidInput for half of one. */
function registrationOf({ dashboard }: Environment): Registration | undefined {
  const { issuer, clientId, clientSecret, resource, stepUpAcr, rolesClaim } = dashboard;
  if (issuer === undefined) return undefined;
  if (clientId === undefined || clientSecret === undefined || resource === undefined)
    throw new InvalidInput(
      'DASHBOARD_ISSUER is given without all of DASHBOARD_CLIENT_ID, DASHBOARD_CLIENT_SECRET and DASHBOARD_RESOURCE.',
    );
  return { issuer, clientId, clientSecret, resource, stepUpAcr, rolesClaim };
}

/**
 * Starts the pages beside the gateway. Null where nobody could sign in: without a registration, and where development tokens
 * are not taken.
 */
export async function startPages(environment: Environment, gatewayUrl: string, log: Log): Promise<Dashboard | null> {
  const registration = registrationOf(environment);
  if (!registration && environment.developmentTokens !== true) return null;
  const { host, dataDir, dashboard, production } = environment;
  if (!registration) requireOurselvesAlone({ production, host });
  if (production && dashboard.origin?.startsWith('https:') !== true)
    throw new InvalidInput(
      'DASHBOARD_ORIGIN must be an https address in production: browsers keep no session on another.',
    );
  return startDashboard({
    ...{ host, port: dashboard.port, origin: dashboard.origin, log, today: () => todayOf(environment) },
    gatewayUrl: dashboard.gatewayUrl ?? gatewayUrl,
    signIn: registration ?? { developmentDataDir: dataDir },
  });
}

/** Starts the pages alone. InvalidInput where nobody could sign in to them. */
export async function startPagesApart(environment: Environment, log: Log): Promise<Dashboard> {
  const { host, port } = environment;
  const pages = await startPages(environment, `http://${host}:${String(port)}/graphql`, log);
  if (pages) return pages;
  throw new InvalidInput(
    'Nobody could sign in to the dashboard: give DASHBOARD_ISSUER and its registration, or HUB_DEV_TOKENS=1 for development.',
  );
}
