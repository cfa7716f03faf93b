import { execFileSync } from 'node:child_process';
import { layArea, year } from './cohort-area.js';
import { note, step } from './progress.js';
import { rollPages } from './roll-page.js';
import { schoolAttendance } from './school-attendance.js';
import { hubCommand, startHub, type StartedHub } from './started-hub.js';
import { thresholdsList } from './thresholds-list.js';
import { ingestAYear } from './year-ingest.js';

/**
 * What a year of school costs: `npm run bench:school-year`. Files of 2,000 children, or of as many as are given, against
 * COPY; a page of a roll, and of the council's list of thresholds of attendance; and a year's attendance of a school of 1,500 against rows by hand.
 */
const children = Number(process.argv[2] ?? 2000);
const pupils = 1500;
const [schoolOfPage, schoolOfPupils] = ['900002', '900001'];

type Figures = readonly (readonly [name: string, value: string])[];

const tokenOf = (hub: StartedHub, persona: string, ...choice: readonly string[]): string =>
  execFileSync(process.execPath, [hubCommand, 'token', persona, ...choice], { env: hub.environment })
    .toString()
    .trim();

const seconds = (value: number): string => `${value.toFixed(2)} s`;
const ms = (value: number): string => `${value.toFixed(0)} ms`;

async function withHub(today: string, work: (hub: StartedHub) => Promise<Figures>): Promise<Figures> {
  const hub = await step('Starting a hub', () => startHub(0, today));
  try {
    return await work(hub);
  } finally {
    await hub.stop();
  }
}

const ofFiles = (): Promise<Figures> =>
  withHub('2026-11-20', async (hub) => {
    const taken = await ingestAYear(hub, children, '2026-11-20');
    await hub.admin.query('vacuum analyze');
    const pages = await step('Asking for pages', () =>
      rollPages(hub, tokenOf(hub, 'senco', '--school', schoolOfPage), schoolOfPage),
    );
    const lists = await step('Asking for thresholds', () =>
      thresholdsList(hub, tokenOf(hub, 'attendance-officer'), '2026-06-26'),
    );
    return [
      [`${String(taken.days)} days of registers, ${String(taken.suspensions)} suspensions: hub`, seconds(taken.hub)],
      [
        'raw COPY of the lines, no key · of that',
        `${seconds(taken.rawCopy)} · ${(taken.rawCopy / taken.hub).toFixed(3)}`,
      ],
      [
        'COPY of a row a session, keyed · of that',
        `${seconds(taken.keyedCopy)} · ${(taken.keyedCopy / taken.hub).toFixed(3)}`,
      ],
      ...pages.map((page): readonly [string, string] => [
        `a page of ${String(page.children)}: time · statements`,
        `${ms(page.ms)} · ${String(page.statements)}`,
      ]),
      ...lists.map((list): readonly [string, string] => [
        `thresholds of ${String(list.children)} children, first page: time · statements${list.oneByOne === null ? '' : ' · each child, one by one'}`,
        `${ms(list.ms)} · ${String(list.statements)}${list.oneByOne === null ? '' : ` · ${seconds(list.oneByOne / 1000)}`}`,
      ]),
    ];
  });

const ofPupils = (): Promise<Figures> =>
  withHub(year.today, async (hub) => {
    await layArea(hub.admin, { children: pupils, plans: 0, pupilsPerSchool: pupils });
    const token = tokenOf(hub, 'headteacher', '--school', schoolOfPupils);
    const found = await step('Asking for a year', () => schoolAttendance(hub, token, schoolOfPupils));
    return [
      [
        `a year's attendance of ${String(found.pupils)} pupils, ${String(found.possible)} sessions, by SQL: the hub's · rows by hand · ratio`,
        `${found.figure.toFixed(1)} ms · ${ms(found.byHand)} · ${(found.byHand / found.figure).toFixed(1)}×`,
      ],
      [
        'the same through the gateway · a question there that counts nothing · ratio to the rows by hand',
        `${ms(found.hub)} · ${ms(found.floor)} · ${(found.byHand / found.hub).toFixed(1)}×`,
      ],
    ];
  });

const row = (line: readonly string[]): void => void process.stdout.write(`| ${line.join(' | ')} |\n`);
row(['what', 'figure']);
row(['---', '---']);
for (const part of [ofFiles, ofPupils])
  for (const figure of await part()) {
    row(figure);
    note(figure.join(': '));
  }
