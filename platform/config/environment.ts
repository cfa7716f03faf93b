import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { InvalidInput } from '../errors/hub-error.js';

/** The gateway's; the parts that run apart stand on the five after it. */
const lastPort = 65_530;

const port = z
  .string()
  .refine(
    (text) => /^\d{1,5}$/.test(text) && Number(text) <= lastPort,
    `it must be a port number, ${String(lastPort)} at most, for the other parts stand on the five after it`,
  )
  .transform(Number);

/** A sample's children: a number written in digits, and an empty text is none. */
const sampleSize = z
  .string()
  .refine((text) => /^\d{1,6}$/.test(text) && Number(text) <= 200_000, 'it must be a whole number from 0 to 200000')
  .transform(Number);

const plainDate = z.string().refine((text) => {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}, 'it must be a date written yyyy-mm-dd');

/** A list, comma between, of origins written as a browser sends them. Never `*`: whoever may ask is named. */
const origins = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  )
  .refine(
    (list) => list.every(isOrigin),
    'it must be origins such as https://app.example.gov.uk, a comma between them',
  );

/** The one place where browsers see the pages. */
const origin = z.string().refine(isOrigin, 'it must be an origin such as https://pages.example.gov.uk');

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  HUB_DATA_DIR: z.string().default('.hub'),
  HUB_KEYS_DIR: z.string().optional(),
  HUB_PORT: port.prefault('4000'),
  HUB_HOST: z.string().default('127.0.0.1'),
  DASHBOARD_PORT: port.optional(),
  DASHBOARD_ORIGIN: origin.optional(),
  DASHBOARD_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  DASHBOARD_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  DASHBOARD_CLIENT_ID: z.string().min(1).optional(),
  DASHBOARD_CLIENT_SECRET: z.string().min(1).optional(),
  DASHBOARD_RESOURCE: z.url().optional(),
  DASHBOARD_STEP_UP_ACR: z.string().min(1).optional(),
  DASHBOARD_ROLES_CLAIM: z.string().min(1).optional(),
  HUB_DEV_TOKENS: z.enum(['0', '1'], { error: 'it must be 0 or 1' }).optional(),
  HUB_ISSUERS: z.string().optional(),
  HUB_CORS_ORIGINS: origins.prefault(''),
  HUB_TODAY: plainDate.optional(),
  HUB_DOMAIN_TIMEOUT_MS: z
    .string()
    .regex(/^\d{3,7}$/, 'it must be a number of milliseconds, 100 or more')
    .transform(Number)
    .prefault('4500'),
  HUB_EVENT_POLL_MS: z
    .string()
    .regex(/^\d{4,7}$/, 'it must be a number of milliseconds, 1000 or more')
    .transform(Number)
    .prefault('60000'),
  HUB_FEED_LATE_MS: z
    .string()
    .regex(/^\d{4,8}$/, 'it must be a number of milliseconds, 1000 or more')
    .transform(Number)
    .prefault('30000'),
  HUB_WRITE_CONNECTIONS: z
    .string()
    .refine((text) => /^\d{1,2}$/.test(text) && Number(text) >= 1, 'it must be a whole number from 1 to 99')
    .transform(Number)
    .prefault('4'),
  HUB_LOG_LEVEL: z.enum(logLevels, { error: `it must be one of ${logLevels.join(', ')}` }).default('warn'),
  HUB_SAMPLE_CHILDREN: sampleSize.prefault('2000'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'it must be an address that begins with postgres://' })
    .optional(),
  SHARED_DATA: z.string().optional(),
  SHARED_EXAMPLES: z.string().optional(),
});

/** What the pages are told: where they stand, whom they ask, and who signs people in. */
export interface DashboardEnvironment {
  /** The pages' own; moves with the gateway's unless given. */
  readonly port: number;
  /** Where browsers see them; the address they listen at where not given. */
  readonly origin: string | undefined;
  /** The gateway they ask; the one beside them where not given. */
  readonly gatewayUrl: string | undefined;
  /** The registration at the organisation's own provider; the development provider where not given. */
  readonly issuer: string | undefined;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  /** What the hub is called at that provider: an absolute address (RFC 8707). */
  readonly resource: string | undefined;
  /** What that provider calls the proof asked for before what is hard to undo; where not given, a fresh sign-in is that. */
  readonly stepUpAcr: string | undefined;
  /** Which claim of its ID tokens lists the roles that a person may take; `roles` unless given. */
  readonly rolesClaim: string | undefined;
}

/** Everything the product reads from its environment, parsed once. */
export interface Environment {
  readonly production: boolean;
  readonly dataDir: string;
  readonly keysDir: string;
  /** The gateway's; every other port moves with it. */
  readonly port: number;
  readonly host: string;
  readonly dashboard: DashboardEnvironment;
  readonly developmentTokens: boolean | undefined;
  /** JSON, or the path of a JSON file. */
  readonly issuers: string | undefined;
  /** The origins whose pages may ask the gateway from a browser. */
  readonly corsOrigins: readonly string[];
  /** The day the hub stands at, ISO date, in development and tests; undefined where days go by as they do. */
  readonly today: string | undefined;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** How many children the sample area loaded on first start has; 0 loads none. */
  readonly sampleChildren: number;
  /** Whether that number was asked for, rather than left to us. */
  readonly sampleChildrenGiven: boolean;
  /** The administering login; used by `hub migrate` only. */
  readonly databaseUrl: string | undefined;
  readonly sharedData: string | undefined;
  /** A folder of hand-worked examples, for the tests that load them. */
  readonly sharedExamples: string | undefined;
  /**
   * The variables that say which hub is meant, as they were given, for a command to be typed beside this one. Never
   * one that may hold a password.
   */
  readonly given: Readonly<Record<string, string>>;
  /** How long a call to a domain may take, in milliseconds; the database gives up at a third of it. */
  readonly domainTimeoutMs: number;
  /** How often a feed looks for news though no notice came, in milliseconds: a net for notices that are lost. */
  readonly eventPollMs: number;
  /** How long what a domain said may be unheard before answers made of it say that they are late, in milliseconds. */
  readonly feedLateMs: number;
  /** How many writes of one domain a process has under way at once; the next waits its turn. */
  readonly writeConnections: number;
  /** `HUB_<NAME>_URL`: the subgraph is reached over HTTP there. */
  readonly subgraphUrl: (name: string) => string | undefined;
  /** `HUB_<NAME>_DATABASE_URL`: the login of a service that runs apart. */
  readonly subgraphDatabaseUrl: (name: string) => string | undefined;
}

const variable = (name: string, suffix: string): string => `HUB_${name.toUpperCase().replaceAll('-', '_')}_${suffix}`;

/** Paths are made whole: the command may be typed elsewhere. */
function given({ HUB_TODAY, ...env }: z.infer<typeof schema>, source: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries([
    ...(['HUB_PORT', 'HUB_HOST'] as const).flatMap((name) => (source[name] ? [[name, source[name]] as const] : [])),
    ...(['HUB_DATA_DIR', 'HUB_KEYS_DIR'] as const).flatMap((name) =>
      source[name] ? [[name, path.resolve(env[name] ?? '')] as const] : [],
    ),
    ...(HUB_TODAY === undefined ? [] : [['HUB_TODAY', HUB_TODAY] as const]),
  ]);
}

/** The contract's port for the pages: as far below the gateway's as 3000 is below 4000. */
const belowGateway = 1000;

function dashboardOf(env: z.infer<typeof schema>): DashboardEnvironment {
  return {
    port: env.DASHBOARD_PORT ?? Math.max(0, env.HUB_PORT - belowGateway),
    origin: env.DASHBOARD_ORIGIN,
    gatewayUrl: env.DASHBOARD_GATEWAY_URL,
    issuer: env.DASHBOARD_ISSUER,
    clientId: env.DASHBOARD_CLIENT_ID,
    clientSecret: env.DASHBOARD_CLIENT_SECRET,
    resource: env.DASHBOARD_RESOURCE,
    stepUpAcr: env.DASHBOARD_STEP_UP_ACR,
    rolesClaim: env.DASHBOARD_ROLES_CLAIM,
  };
}

export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new InvalidInput(`The environment variable ${String(issue?.path[0])} is not valid: ${issue?.message ?? ''}.`);
  }
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';
  if (production && env.HUB_TODAY !== undefined) {
    throw new InvalidInput('HUB_TODAY is for development and tests: in production the day is the day.');
  }
  const dataDir = path.resolve(env.HUB_DATA_DIR);
  return {
    production,
    dataDir,
    keysDir: path.resolve(env.HUB_KEYS_DIR ?? path.join(dataDir, 'keys')),
    port: env.HUB_PORT,
    host: env.HUB_HOST,
    dashboard: dashboardOf(env),
    developmentTokens: env.HUB_DEV_TOKENS === undefined ? undefined : env.HUB_DEV_TOKENS === '1',
    issuers: env.HUB_ISSUERS,
    corsOrigins: env.HUB_CORS_ORIGINS,
    today: env.HUB_TODAY,
    logLevel: env.HUB_LOG_LEVEL,
    sampleChildren: env.HUB_SAMPLE_CHILDREN,
    sampleChildrenGiven: source['HUB_SAMPLE_CHILDREN'] !== undefined,
    databaseUrl: env.DATABASE_URL,
    sharedData: env.SHARED_DATA,
    sharedExamples: env.SHARED_EXAMPLES,
    given: given(env, source),
    domainTimeoutMs: env.HUB_DOMAIN_TIMEOUT_MS,
    eventPollMs: env.HUB_EVENT_POLL_MS,
    feedLateMs: env.HUB_FEED_LATE_MS,
    writeConnections: env.HUB_WRITE_CONNECTIONS,
    subgraphUrl: (name) => source[variable(name, 'URL')],
    subgraphDatabaseUrl: (name) => source[variable(name, 'DATABASE_URL')],
  };
}
