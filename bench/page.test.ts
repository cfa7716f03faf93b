import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loginsFor } from '../cli/database.js';
import { operationsFolder } from '../cli/operations-folder.js';
import { RegisteredOperations } from '../gateway/registered-operations.js';
import { productRoot } from '../platform/config/product-root.js';
import { loginUrl } from '../platform/db/logins.js';
import { roleNames } from '../platform/db/names.js';
import { type TestHub, testHub } from '../test/support/hub.js';
import { rolePrefix } from '../test/support/templates.js';
import { arrange, type Arranged } from './arrange.js';
import type { Page } from './callers.js';
import { OpenAlone } from './open-alone.js';
import { askForPage, pageQuestion, question } from './question.js';

let hub: TestHub;
let dataDir: string;
let arranged: Arranged;
let opener: OpenAlone;

beforeAll(async () => {
  hub = await testHub({ area: true });
  dataDir = mkdtempSync(path.join(tmpdir(), 'hub-bench-test-'));
  arranged = await arrange(hub.adminUrl, dataDir);
  const unitUrl = loginUrl(hub.adminUrl, roleNames(rolePrefix).unit, loginsFor(hub.environment, rolePrefix));
  const stage = { root: productRoot, keysDir: hub.environment.keysDir, unitUrl, prefix: rolePrefix };
  opener = await OpenAlone.start(stage, 0);
});

afterAll(async () => {
  opener.stop();
  await hub.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function aPage(): Page {
  const [page] = arranged.pages;
  if (!page) throw new Error('No page was arranged.');
  return page;
}

interface OnPage {
  readonly id: string;
  readonly health: { readonly waiting: readonly Record<string, unknown>[] };
  readonly socialCare: Record<string, unknown>;
  readonly virtualSchool: Record<string, unknown>;
}

interface Answer {
  readonly school: {
    readonly urn: string;
    readonly teamAroundSchool: { readonly agenda: readonly { child: OnPage }[] };
  };
}

async function answerTo({ urn }: Page): Promise<Answer> {
  const { body } = await hub.post({ persona: 'senco', school: urn }, pageQuestion, { urn });
  expect(body.errors).toBeUndefined();
  return body.data as unknown as Answer;
}

describe('a page of children', () => {
  it('has every child of the agenda, with what the holistic question says of the same', async () => {
    const page = aPage();
    const { school } = await answerTo(page);
    const children = school.teamAroundSchool.agenda.map(({ child }) => child);
    expect(children.length).toBeGreaterThan(20);
    expect(children.map(({ id }) => id).sort()).toEqual([...page.children].sort());
    expect(JSON.stringify({ school })).toContain(askForPage(page).contains);
    for (const child of children.slice(0, 5)) {
      const { body } = await hub.post({ persona: 'senco', school: page.urn }, question, { id: child.id });
      const whole = body.data?.['child'] as OnPage;
      expect(child.virtualSchool).toMatchObject({ cohorts: whole.virtualSchool['cohorts'] });
      expect(child.socialCare).toMatchObject({ status: whole.socialCare['status'] });
      expect(child.health.waiting.map(({ service }) => service)).toEqual(
        whole.health.waiting.map(({ service }) => service),
      );
    }
  });

  it('shows nobody to the SENCO of another school', async () => {
    const as = { persona: 'senco', school: '900099' } as const;
    const { body } = await hub.post(as, pageQuestion, { urn: aPage().urn });
    expect(body.errors).toMatchObject([{ extensions: { code: 'REFUSED' } }]);
    expect(body.data).toMatchObject({ school: { teamAroundSchool: null } });
  });

  it('stands on the safelist as a partner’s question does', () => {
    const listed = new RegisteredOperations(operationsFolder(dataDir)).current();
    expect(listed).toEqual([{ name: 'PageOfChildren', text: pageQuestion }]);
  });
});

describe('opening alone', () => {
  it('permits all children of the page in four requests, the same each time, and leaves that in the audit', async () => {
    const page = aPage();
    const audited = async (): Promise<number> =>
      Number((await hub.admin.query<{ n: string }>('select count(*) n from access.audit')).rows[0]?.n);
    const before = await audited();
    const first = await opener.cost(page, 1);
    expect(first.permitted).toEqual(Array.from({ length: 4 }, () => page.children.length));
    expect(await audited()).toBeGreaterThan(before);
    expect((await opener.cost(page, 2)).digest).toBe(first.digest);
  });

  it('permits nobody to somebody who is related to none of them, and tells the two apart', async () => {
    const page = aPage();
    const stranger = await opener.cost({ ...page, sub: 'senco.900099', org: '900099' }, 1);
    expect(stranger.permitted).toEqual([0, 0, 0, 0]);
    expect(stranger.digest).not.toBe((await opener.cost(page, 1)).digest);
  });
});
