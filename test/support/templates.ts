import 'reflect-metadata';
import path from 'node:path';
import { Client } from 'pg';
import { assemble } from '../../cli/assemble.js';
import { migrateHub } from '../../cli/database.js';
import { manifests } from '../../cli/domains.js';
import { ingestFiles } from '../../cli/ingest.js';
import { filesBySource, writeSample } from '../../sample/sample.js';
import { type Environment, readEnvironment } from '../../platform/config/environment.js';
import { createLog } from '../../platform/telemetry/log.js';
import { catchUp } from '../../platform/events/catch-up.js';

/** Roles are server-wide: every copy of the templates uses these. */
export const rolePrefix = 'hubtest';

export const areaTemplate = `${rolePrefix}_area`;

/** The day the tests' area stands at. */
export const testToday = '2026-11-20';

/** A story child of the sample, with the hub's id. */
export interface StoryChild {
  readonly key: string;
  readonly id: string;
  readonly schoolUrn: string | null;
  readonly upn: string | null;
}

export interface TestArea {
  readonly stories: readonly StoryChild[];
  readonly sampleDir: string;
}

export const testEnvironment = (dataDir: string): Environment => ({
  ...readEnvironment({ HUB_DATA_DIR: dataDir }),
  logLevel: 'silent',
  // As long as a busy machine may take.
  domainTimeoutMs: 240_000,
  feedLateMs: 86_400_000,
  today: testToday,
});

export function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

async function asAdmin(adminUrl: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function storyIds(
  url: string,
  stories: readonly { key: string; upn?: string; socialCareId?: string; nhsNumber?: string; schoolUrn?: string }[],
): Promise<StoryChild[]> {
  const found: StoryChild[] = [];
  await asAdmin(url, async (client) => {
    for (const { key, upn, nhsNumber, socialCareId, schoolUrn } of stories) {
      const { rows } = await client.query<{ child_id: string }>(
        `select coalesce((select canonical from access.child_alias where held = child_id), child_id) child_id
         from partnership.identifier where (type = 'UPN' and value = $1) or (type = 'NHS_NUMBER' and value = $2) or (type = 'SOCIAL_CARE_ID' and value = $3)
         order by (type = 'UPN') desc, (type = 'NHS_NUMBER') desc limit 1`,
        [upn ?? null, nhsNumber ?? null, socialCareId === undefined ? null : `990/${socialCareId}`],
      );
      if (rows[0]) found.push({ key, id: rows[0].child_id, schoolUrn: schoolUrn ?? null, upn: upn ?? null });
    }
  });
  return found;
}

/** Makes the two databases every test copies from. */
export async function prepareTemplates(options: {
  adminUrl: string;
  dataDir: string;
  children: number;
}): Promise<TestArea> {
  const { adminUrl, dataDir, children } = options;
  const environment = testEnvironment(dataDir);
  await asAdmin(adminUrl, (client) => client.query(`create database "${rolePrefix}"`));
  // As under npm start: tests sign in by development tokens, and their personas are known.
  await migrateHub({ ...environment, developmentTokens: true }, urlOf(adminUrl, rolePrefix));
  await asAdmin(adminUrl, (client) => client.query(`create database "${areaTemplate}" template "${rolePrefix}"`));
  const areaUrl = urlOf(adminUrl, areaTemplate);
  const sampleDir = path.join(dataDir, 'sample');
  const report = await writeSample({ children, seed: 7, outDir: sampleDir, asAt: testToday });
  const assembly = await assemble({
    environment,
    log: createLog('silent'),
    adminUrl: areaUrl,
    rolePrefix,
    here: manifests.map(({ domain }) => domain),
  });
  try {
    for (const { source, paths, year } of filesBySource(report)) await ingestFiles(assembly, source, paths, { year });
    await catchUp(await assembly.relays());
  } finally {
    await assembly.close();
  }
  return { stories: await storyIds(areaUrl, report.stories), sampleDir };
}
