import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../platform/config/environment.js';
import { createLog } from '../platform/telemetry/log.js';
import { startPages, startPagesApart } from './dashboard-process.js';

const log = createLog('silent');
const registration = {
  DASHBOARD_ISSUER: 'https://login.aldermere.example',
  DASHBOARD_CLIENT_ID: 'pages',
  DASHBOARD_CLIENT_SECRET: 'invented',
  DASHBOARD_RESOURCE: 'https://hub.aldermere.example',
};
const started = (env: Record<string, string>) =>
  startPages(readEnvironment({ DASHBOARD_PORT: '0', ...env }), 'http://127.0.0.1:9/graphql', log);

describe('the pages', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'a persona to choose where others could choose one',
      { HUB_DEV_TOKENS: '1', HUB_HOST: '0.0.0.0' },
      'loopback address only',
    ],
    ['a persona to choose in production', { HUB_DEV_TOKENS: '1', NODE_ENV: 'production' }, 'not taken in production'],
    ['half a registration', { DASHBOARD_ISSUER: 'https://login.aldermere.example' }, 'without all of'],
    [
      'an address in production on which no session is kept',
      { ...registration, NODE_ENV: 'production', DASHBOARD_ORIGIN: 'http://pages.aldermere.example' },
      'must be an https address',
    ],
    ['no address in production', { ...registration, NODE_ENV: 'production' }, 'must be an https address'],
  ])('are not started with %s', async (_why, env, sentence) => {
    await expect(started(env)).rejects.toThrow(sentence);
  });

  it('are left out where nobody could sign in, and refused where they were asked for', async () => {
    expect(await started({})).toBeNull();
    await expect(startPagesApart(readEnvironment({ DASHBOARD_PORT: '0' }), log)).rejects.toThrow(
      'Nobody could sign in',
    );
  });

  it('are started with a registration, before its provider answers', async () => {
    const pages = await started({
      ...registration,
      NODE_ENV: 'production',
      DASHBOARD_ORIGIN: 'https://pages.aldermere.example',
    });
    expect(pages?.url).toBe('https://pages.aldermere.example');
    await pages?.stop();
  });
});
