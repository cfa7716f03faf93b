import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestFiles } from '../../cli/ingest.js';
import { testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

let hub: TestHub;
const worker = { persona: 'social-worker' } as const;
const virtualSchool = { persona: 'virtual-school-adviser' } as const;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

/** A child protection plan that no return ever ended; a death where one is given. */
const census = (diedOn: string | null): string => `<?xml version="1.0" encoding="UTF-8"?>
<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>990</LEA><SoftwareCode>x</SoftwareCode><Release>1</Release><SerialNo>001</SerialNo><DateTime>2026-05-01T09:00:00</DateTime></Source></Header><Children><Child><ChildIdentifiers><LAchildID>HB100002</LAchildID>${diedOn === null ? '' : `<PersonDeathDate>${diedOn}</PersonDeathDate>`}<PersonBirthDate>2013-05-06</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><CINdetails><CINreferralDate>2025-09-01</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>false</ReferralNFA><ChildProtectionPlans><CPPstartDate>2025-10-01</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP></ChildProtectionPlans></CINdetails></Child></Children></Message>`;

const caseList = `la_code,la_child_id,forename,surname,dob,expected_dob,sex,postcode,nhs_number,worker_id,worker_name,worker_contact,team,allocated_from,allocated_until
990,HB100002,Clemency,Quillfeather,2013-05-06,,F,ZZ99 3CZ,,sw-001,Jo Test,jo@x.example,Team A,2025-11-01,
990,HB100003,Drusilla,Quillfeather,2013-05-07,,F,ZZ99 3CZ,,sw-001,Jo Test,jo@x.example,Team A,2025-11-01,
990,HB200010,Eulalie,Quillfeather,2014-06-01,,F,ZZ99 3CZ,,sw-001,Jo Test,jo@x.example,Team A,2025-11-01,
`;

const headers = (council: string): string =>
  `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n${council},F,01/06/2014,WBRI,UN1,,\n`;
const episodes = (ceased: string, reason: string): string =>
  `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\nHB200010,03/03/2025,S,C2,N1,U6,PR1,${ceased},${reason},,,,\n`;

async function takeOf(year: number | null, source: string, ...contents: readonly string[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-died-'));
  const files = contents.map((_, at) => path.join(folder, `${source}-${String(at)}`));
  files.forEach((file, at) => {
    writeFileSync(file, contents[at] ?? '');
  });
  await ingestFiles(hub.assembly, source, files, { year });
  await settle(hub);
}

const take = (source: string, ...contents: readonly string[]): Promise<void> =>
  takeOf(source === 'ssda903' ? 2026 : null, source, ...contents);

const question = /* GraphQL */ `
  query Look($number: String!) {
    childByIdentifier(type: SOCIAL_CARE_ID, value: $number) {
      name {
        given
      }
      diedOn
      age
      team {
        name
      }
      socialCare {
        status
        hasSocialWorker
        intervals {
          status
          from
          until
        }
        worker {
          name
        }
        plan {
          kind
          nextReviewOn
        }
      }
      virtualSchool {
        cohorts
        attendanceWhile(status: CHILD_PROTECTION) {
          possible
        }
      }
    }
  }
`;

async function look(as: Parameters<TestHub['post']>[0], number: string) {
  const { body } = await hub.post(as, question, { number });
  expect(body.errors).toBeUndefined();
  return body.data?.['childByIdentifier'];
}

const living = {
  diedOn: null,
  age: 13,
  socialCare: {
    status: 'CHILD_PROTECTION',
    hasSocialWorker: true,
    worker: { name: 'Jo Test' },
    plan: { kind: 'CHILD_PROTECTION', nextReviewOn: '2026-01-01' },
  },
  virtualSchool: {
    cohorts: ['CHILD_PROTECTION', 'ON_PLAN', 'SOCIAL_WORKER_NOW', 'IN_NEED_SIX_YEARS', 'EVER_SOCIAL_WORKER'],
  },
};
const ended = {
  diedOn: '2026-01-15',
  age: 12,
  team: [],
  socialCare: {
    status: null,
    hasSocialWorker: null,
    intervals: [
      { status: 'ASSESSMENT', from: '2025-09-01', until: '2025-10-01' },
      { status: 'CHILD_PROTECTION', from: '2025-10-01', until: '2026-01-15' },
    ],
    worker: null,
    plan: null,
  },
  virtualSchool: { cohorts: [] },
};

describe('a child whose death the CIN census gives', () => {
  const number = '990/HB100002';
  let before: unknown;

  beforeAll(async () => {
    await take('cin-census', census(null));
    await take('case-list', caseList);
    before = await look(worker, number);
  });

  it('was on an open plan with a review overdue, as far as the hub knew', () => {
    expect(before).toMatchObject(living);
  });

  it('is on no plan, in no cohort and with no social worker from that day, and stays readable', async () => {
    await take('cin-census', census('2026-01-15'));
    expect(await look(worker, number)).toMatchObject({ name: { given: 'Clemency' }, ...ended });
    expect(await look(virtualSchool, number)).toMatchObject({ name: { given: 'Clemency' }, ...ended });
  });

  it('changes nothing of another child, and tells nobody who may not see the child', async () => {
    expect(await look(worker, '990/HB100003')).toMatchObject({
      diedOn: null,
      socialCare: { worker: { name: 'Jo Test' } },
    });
    const stranger = { persona: 'virtual-school-head', claims: { org: '991' } } as const;
    const answer = await hub.ask('partnership', stranger, question.replace(/socialCare[^]*/, '} }'), { number });
    expect(answer.data).toEqual({ childByIdentifier: null });
  });

  it('moves to a corrected day, and is written once', async () => {
    await take('cin-census', census('2026-02-20'));
    expect(await look(worker, number)).toMatchObject({ diedOn: '2026-02-20' });
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'hub-died-')), 'again.xml');
    writeFileSync(file, census('2026-02-20'));
    expect(await ingestFiles(hub.assembly, 'cin-census', [file])).toMatchObject({ written: 0 });
  });

  it('is not taken for a day to come', async () => {
    await take('cin-census', census('2026-11-21'));
    expect(await look(worker, number)).toEqual(before);
    await take('cin-census', census('2026-01-15'));
    expect(await look(worker, number)).toMatchObject({ diedOn: '2026-01-15' });
  });

  it('is as if it had never been said, once the return no longer says it', async () => {
    await take('cin-census', census(null));
    expect(await look(worker, number)).toEqual(before);
    expect(await look(virtualSchool, number)).toMatchObject({ diedOn: null, virtualSchool: living.virtualSchool });
  });
});

describe('a child whose care ceased with a death, as SSDA903 gives it', () => {
  const number = '990/HB200010';

  it('is looked after until that day, and not previously looked after from it', async () => {
    await take('ssda903', headers('HB200010'), episodes('', ''));
    expect(await look(worker, number)).toMatchObject({ diedOn: null, socialCare: { status: 'LOOKED_AFTER' } });
    await take('ssda903', headers('HB200010'), episodes('15/01/2026', 'E2'));
    expect(await look(worker, number)).toMatchObject({
      diedOn: '2026-01-15',
      team: [],
      socialCare: {
        status: null,
        hasSocialWorker: null,
        intervals: [{ status: 'LOOKED_AFTER', from: '2025-03-03', until: '2026-01-15' }],
        worker: null,
        plan: null,
      },
      virtualSchool: { cohorts: [] },
    });
  });

  it('is not brought back by an older return that still names the child', async () => {
    await takeOf(2025, 'ssda903', headers('HB200010'), episodes('', ''));
    expect(await look(worker, number)).toMatchObject({ diedOn: '2026-01-15', socialCare: { status: null } });
  });

  it('lives, where the return corrects the reason', async () => {
    await take('ssda903', headers('HB200010'), episodes('15/01/2026', 'E4A'));
    expect(await look(worker, number)).toMatchObject({
      diedOn: null,
      socialCare: { status: null, hasSocialWorker: true, worker: { name: 'Jo Test' } },
      virtualSchool: { cohorts: ['SOCIAL_WORKER_NOW', 'IN_NEED_SIX_YEARS', 'EVER_SOCIAL_WORKER'] },
    });
  });
});
