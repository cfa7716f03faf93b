import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { productRoot } from '../../platform/config/product-root.js';
import { trustedIssuers } from '../../platform/auth/issuers.js';

const at = (file: string): string => path.join(productRoot, file);
const read = (file: string): string => readFileSync(at(file), 'utf8');

const documents = [
  '.',
  'config',
  'docs',
  'docs/decisions',
  'test/disclosure',
  ...readdirSync(at('subgraphs')).map((name) => `subgraphs/${name}`),
]
  .flatMap((folder) => readdirSync(at(folder)).map((file) => path.join(folder, file)))
  .filter((file) => file.endsWith('.md'));

/** What a document points at in this repository, from the root. */
const linksOf = (document: string): string[] =>
  [...read(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map(([, target = '']) =>
    path.normalize(path.join(path.dirname(document), target)),
  );

describe('the papers', () => {
  it.each([
    'LICENSE',
    'CHANGELOG.md',
    'SECURITY.md',
    '.env.example',
    'config/issuers.example.json',
    'docs/roadmap.md',
    'docs/assurance.md',
  ])('that an engineer of a council looks for are there: %s', (file) => {
    expect(existsSync(at(file))).toBe(true);
  });

  it('point at what is there', () => {
    const broken = documents.flatMap((document) =>
      linksOf(document)
        .filter((target) => !existsSync(at(target)))
        .map((target) => `${document} → ${target}`),
    );
    expect(documents.length).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  });

  it('give no address of the hub that is another’s where HUB_PORT is set, in what is to be typed', () => {
    const typed = documents.flatMap((document) =>
      [...read(document).matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, lines = '']) => `${document}: ${lines}`),
    );
    expect(typed.length).toBeGreaterThan(8);
    expect(typed.filter((lines) => lines.includes('127.0.0.1:4000'))).toEqual([]);
  });

  it('put patterns into quotes where a shell would read them, in what is to be typed', () => {
    const guide = read('docs/client-guide.md');
    expect(guide.match(/'[^'\n]*\*\*[^'\n]*'/g)?.length).toBeGreaterThan(1);
    expect(guide).not.toMatch(/^npx hub operations [^'\n]*\*/m);
  });

  it('name tests that are there', () => {
    const named = [...read('docs/assurance.md').matchAll(/`((?:test|subgraphs)\/[\w/-]+\.test\.ts)`/g)].map(
      ([, file = '']) => file,
    );
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((file) => !existsSync(at(file)))).toEqual([]);
  });

  it('list in .env.example what compose wants, and nothing else', () => {
    const wanted = [...read('docker-compose.yml').matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name);
    const given = [...read('.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect([...given].sort()).toEqual([...new Set(wanted)].sort());
    for (const ignore of ['.gitignore', '.dockerignore'])
      expect(read(ignore).split('\n')).toEqual(expect.arrayContaining(['.env', 'config/issuers.json']));
  });

  it('explain every key of the issuers, in an example that the gateway takes', async () => {
    const example = JSON.parse(read('config/issuers.example.json')) as Record<string, unknown>[];
    const keys = [...new Set(example.flatMap((issuer) => Object.keys(issuer)))];
    const explained = [...read('config/README.md').matchAll(/^\| `(\w+)` +\|/gm)].map(([, key]) => key);
    expect(explained).toEqual(keys);
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'issuers-')), 'issuers.json');
    writeFileSync(file, JSON.stringify(example));
    const options = {
      configured: file,
      developmentTokens: false,
      dataDir: path.dirname(file),
      production: true,
      host: '0.0.0.0',
    };
    expect(await trustedIssuers(options)).toHaveLength(example.length);
    rmSync(path.dirname(file), { recursive: true });
  });
});

describe('the image', () => {
  it('has a folder of the right owner for every key that compose mounts', () => {
    const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
      services: Record<string, { volumes?: readonly string[] }>;
    };
    const mounted = Object.values(services).flatMap(({ volumes = [] }) =>
      volumes.map((text) => text.split(':')[1] ?? ''),
    );
    const folders = new Set(mounted.filter((target) => target.startsWith('/keys/')));
    const made = /mkdir -p ([^&]+)/.exec(read('Dockerfile'))?.[1]?.split(/[\s\\]+/) ?? [];
    expect(folders.size).toBeGreaterThan(5);
    expect([...folders].filter((folder) => !made.includes(folder))).toEqual([]);
  });
});

describe('the words of running apart', () => {
  it('name every part’s variables and key folders as compose has them', () => {
    const guide = read('docs/running-apart.md');
    const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
      services: Record<string, { environment?: Record<string, string>; volumes?: readonly string[] }>;
    };
    for (const name of ['partnership', 'education', 'health', 'social-care', 'virtual-school', 'gateway']) {
      const row = new RegExp(`^\\| \`${name}\` .*$`, 'm').exec(guide)?.[0] ?? '';
      const { environment = {}, volumes = [] } = services[name] ?? {};
      for (const login of Object.keys(environment).filter((variable) => variable.endsWith('_DATABASE_URL')))
        expect([name, row]).toEqual([name, expect.stringContaining(login)]);
      for (const volume of volumes.filter((text) => text.includes(':/keys/')))
        expect([name, row]).toEqual([name, expect.stringContaining(path.basename(volume.split(':')[1] ?? ''))]);
    }
  });
});
