import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../platform/config/environment.js';
import { cors } from './cors.js';

const app = 'https://app.example.gov.uk';
const from = (origin: string | undefined, method = 'POST', headers: Record<string, string> = {}) =>
  ({ method, headers: { ...headers, ...(origin === undefined ? {} : { origin }) } }) as unknown as IncomingMessage;
const asking = { 'access-control-request-method': 'POST' };

describe('a page of another origin', () => {
  it('may ask where its origin is named, without the browser’s credentials', () => {
    const { headers, preflight } = cors([app]);
    expect(headers(from(app))).toEqual({ vary: 'origin', 'access-control-allow-origin': app });
    expect(preflight(from(app, 'OPTIONS', asking))).toEqual({
      vary: 'origin',
      'access-control-allow-origin': app,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization, content-type, hub-purpose, hub-export',
      'access-control-max-age': '600',
    });
  });

  it.each([
    'https://evil.example',
    `${app}.evil.example`,
    `${app}:444`,
    'http://app.example.gov.uk',
    'null',
    undefined,
  ])('is told nothing where it is %s', (origin) => {
    const { headers, preflight } = cors([app]);
    expect(headers(from(origin))).toEqual({ vary: 'origin' });
    expect(preflight(from(origin, 'OPTIONS', asking))).toBeUndefined();
  });

  it('is told nothing where none is named, and no answer depends on it', () => {
    const { headers, preflight } = cors([]);
    expect(headers(from(app))).toEqual({});
    expect(preflight(from(app, 'OPTIONS', asking))).toBeUndefined();
  });

  it('asks first by OPTIONS and nothing else', () => {
    expect(cors([app]).preflight(from(app, 'OPTIONS'))).toBeUndefined();
    expect(cors([app]).preflight(from(app, 'POST', asking))).toBeUndefined();
  });
});

describe('HUB_CORS_ORIGINS', () => {
  const read = (text?: string) => readEnvironment(text === undefined ? {} : { HUB_CORS_ORIGINS: text }).corsOrigins;

  it('is a list of origins, none where it is not set', () => {
    expect(read()).toEqual([]);
    expect(read('')).toEqual([]);
    expect(read(`${app}, http://localhost:5173`)).toEqual([app, 'http://localhost:5173']);
  });

  it.each(['*', 'null', 'app.example.gov.uk', `${app}/`, `${app}/path`, 'file:///x', `${app} https://b.example`])(
    'is refused as %s',
    (text) => {
      expect(() => read(text)).toThrow('HUB_CORS_ORIGINS');
    },
  );
});
