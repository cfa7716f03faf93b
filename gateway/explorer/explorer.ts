import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import type { Persona } from '../../platform/auth/personas.js';
import { productRoot } from '../../platform/config/product-root.js';
import { HubError } from '../../platform/errors/hub-error.js';
import { bodyOf } from '../request-body.js';
import { explorerPage, type ReadyTab } from './explorer-page.js';

export interface ExplorerOptions {
  readonly personas: readonly Persona[];
  readonly tabs: () => readonly ReadyTab[];
  /** A development token of a persona, at a school where one is named. */
  readonly token: (persona: string, school: string | undefined) => Promise<string>;
}

/** GraphiQL at the address of the questions, for a browser. In development alone: its picker hands out tokens. */
export interface Explorer {
  /** Whether a request is for it, and no question. */
  readonly takes: (request: IncomingMessage) => boolean;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

const need = createRequire(import.meta.url);
const tokenPath = '/graphql/explorer/token';
const assetPath = '/graphql/explorer/';

/** A file of a package, as it is published: nothing is built, and nothing is loaded from another host. */
const published = (name: string, file: string): string =>
  path.join(path.dirname(need.resolve(`${name}/package.json`)), file);
const own = (file: string): string => path.join(productRoot, 'gateway/explorer/asset', file);

const assetFiles = (): Readonly<Record<string, string>> => ({
  'graphiql.css': published('graphiql', 'dist/style.css'),
  'explorer.css': own('explorer.css'),
  'react.js': published('react', 'umd/react.production.min.js'),
  'react-dom.js': published('react-dom', 'umd/react-dom.production.min.js'),
  'graphiql.js': published('graphiql', 'dist/index.umd.js'),
  'explorer.js': own('explorer.js'),
});

interface Asset {
  readonly address: string;
  readonly content: Buffer;
}

/** By their addresses, which change with what is in them. */
function assetsOf(files: Readonly<Record<string, string>>): Asset[] {
  return Object.entries(files).map(([name, file]) => {
    const content = readFileSync(file);
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
    return { address: `${assetPath}${hash}/${name}`, content };
  });
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const safe = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** What a browser calls this machine. A name that somebody else’s server answers for could be led here. */
const ownNames = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

const chosen = z.strictObject({ persona: z.string(), school: z.string().optional() });
const bodyLimits = { bytes: 1024, patienceMs: 10_000 };

function send(response: ServerResponse, status: number, type: string, content: Buffer | string): void {
  const kept = type.startsWith('text/html') || type.startsWith('application/json');
  response.writeHead(status, {
    ...safe,
    'content-type': type,
    'cache-control': kept ? 'no-store' : 'public, max-age=31536000, immutable',
  });
  response.end(content);
}

const json = (response: ServerResponse, status: number, body: object): void =>
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(body));

/** Hands out a token to the page itself, and to no page of another. */
async function giveToken(request: IncomingMessage, response: ServerResponse, { token }: ExplorerOptions) {
  const { origin, host = '', 'content-type': type } = request.headers;
  if (request.method !== 'POST' || type !== 'application/json' || origin !== `http://${host}`) {
    json(response, 403, { fault: 'Tokens are given to the page of this address alone.' });
    return;
  }
  try {
    const { persona, school } = chosen.parse(JSON.parse(await bodyOf(request, bodyLimits)));
    json(response, 200, { token: await token(persona, school) });
  } catch (error) {
    json(response, 400, { fault: error instanceof HubError ? error.message : 'Choose a persona of the list.' });
  }
}

/** Null where GraphiQL is not installed, as in an image without development dependencies. */
export function createExplorer(options: ExplorerOptions): Explorer | null {
  let files: Readonly<Record<string, string>>;
  try {
    files = assetFiles();
  } catch {
    return null;
  }
  let assets: readonly Asset[] | undefined;
  const held = (): readonly Asset[] => (assets ??= assetsOf(files));
  const pathOf = (request: IncomingMessage): string => request.url?.split('?')[0] ?? '';
  const takes = (request: IncomingMessage): boolean => {
    if (pathOf(request).startsWith(assetPath)) return true;
    const html = request.headers.accept?.includes('text/html') ?? false;
    return pathOf(request) === '/graphql' && request.method === 'GET' && html;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!ownNames.test(request.headers.host ?? '')) {
      json(response, 421, { fault: 'This is not our address.' });
      return;
    }
    const at = pathOf(request);
    if (at === '/graphql') {
      const { personas, tabs } = options;
      const addresses = held().map(({ address }) => address);
      send(response, 200, 'text/html; charset=utf-8', explorerPage({ personas, tabs: tabs(), addresses }));
      return;
    }
    if (at === tokenPath) {
      await giveToken(request, response, options);
      return;
    }
    const asset = held().find(({ address }) => address === at);
    if (asset) send(response, 200, at.endsWith('.css') ? 'text/css' : 'text/javascript', asset.content);
    else json(response, 404, { fault: 'There is no such file.' });
  };
  return { takes, answer };
}
