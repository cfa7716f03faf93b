import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../platform/config/environment.js';
import { nextCommands } from './next-commands.js';

const url = 'http://127.0.0.1:4000/graphql';
const said = (source: Record<string, string>): string => nextCommands(readEnvironment(source), url).join('\n');

describe('what is said to be typed next', () => {
  it('is as in the README where nothing was set', () => {
    expect(said({})).toContain('  TOKEN=$(npx hub token senco)\n  npx hub example --json | curl -s');
  });

  it('carries the variables the hub was started with, paths made whole, on every command', () => {
    const text = said({
      HUB_PORT: '4640',
      HUB_DATA_DIR: 'a b/it’s',
      HUB_TODAY: '2026-11-20',
      HUB_SAMPLE_CHILDREN: '20',
    });
    const prefix = `HUB_PORT=4640 HUB_DATA_DIR='${process.cwd()}/a b/it’s' HUB_TODAY=2026-11-20 npx hub`;
    expect(text.split(prefix)).toHaveLength(4);
    expect(text.match(/npx hub/g)).toHaveLength(3);
    expect(text).not.toContain('SAMPLE');
  });

  it('quotes what a shell would read otherwise', () => {
    expect(said({ HUB_DATA_DIR: "/tmp/$(x)'y" })).toContain(String.raw`HUB_DATA_DIR='/tmp/$(x)'\''y' npx hub`);
  });

  it('never carries a password', () => {
    expect(
      said({ DATABASE_URL: 'postgres://u:secret@h/d', HUB_HEALTH_DATABASE_URL: 'postgres://x:secret@h/d' }),
    ).not.toContain('secret');
  });
});
