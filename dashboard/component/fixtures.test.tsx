import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { layout } from '../layout/layout.js';
import { markupOf } from '../layout/markup.js';
import { BackLink } from './back-link.js';
import { Banner } from './banner.js';
import { Details } from './details.js';
import { Button, ErrorSummary, type FieldFault, Select, TextArea, TextInput } from './form.js';
import { Pagination } from './pagination.js';
import { Radios } from './radios.js';
import { SummaryList } from './summary-list.js';
import { Table } from './table.js';
import { Tag } from './tag.js';

const folder = path.dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));

interface Fixtures {
  readonly fixtures: readonly { readonly name: string; readonly html: string }[];
}

/** What GOV.UK’s own template makes of a component, by the name of its example. */
function fixture(component: string, name: string): string {
  const file = path.join(folder, 'dist/govuk/components', component, 'fixtures.json');
  const found = (JSON.parse(readFileSync(file, 'utf8')) as Fixtures).fixtures.find((one) => one.name === name);
  if (!found) throw new Error(`GOV.UK has no example ${name} of ${component}.`);
  return found.html;
}

/** What our components have otherwise, on purpose, with why. */
const otherwise = {
  attributes: {
    'data-module': 'No page holds a script.',
    'data-prevent-double-click': 'No page holds a script; a form’s key makes a double submit one effect.',
    role: 'Of a table alone: below 640 px its rows are blocks, which takes the roles away unless they are written.',
    tabindex: 'Of the error summary alone: it can be given the focus without the script that would say so.',
    rows: 'Of a text area alone: two sentences are asked for, not a letter.',
    autocomplete: 'What is typed about a child is not offered again on a shared machine.',
  },
  /** The one before each value of a table is for narrow screens; the other lets it be told from its value. */
  classes: { 'app-label': 'left out', 'app-cell': 'its content stands for it' },
} as const;

const isElement = (node: DefaultTreeAdapterTypes.ChildNode): node is DefaultTreeAdapterTypes.Element =>
  'tagName' in node;

const classesOf = (node: DefaultTreeAdapterTypes.Element): string[] =>
  (node.attrs.find(({ name }) => name === 'class')?.value ?? '').split(/\s+/).filter((one) => one !== '');

const tableRoles = ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'];

function attributesOf(node: DefaultTreeAdapterTypes.Element): string {
  const own = classesOf(node).filter((one) => !one.startsWith('app-'));
  return node.attrs
    .filter(({ name, value }) => {
      if (name === 'class') return false;
      if (name === 'role') return !tableRoles.includes(value);
      return !(name in otherwise.attributes);
    })
    .map(({ name, value }) => `${name}="${value}"`)
    .concat(own.length > 0 ? [`class="${own.toSorted().join(' ')}"`] : [])
    .toSorted()
    .join(' ');
}

/** A line an element and a line a text, so that what differs is seen. */
function linesOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[], depth = 0): string[] {
  const lead = '  '.repeat(depth);
  return nodes.flatMap((node) => {
    if (!isElement(node)) {
      const text = 'value' in node ? node.value.replace(/\s+/g, ' ').trim() : '';
      return text === '' ? [] : [lead + text];
    }
    if (classesOf(node).includes('app-label')) return [];
    if (classesOf(node).includes('app-cell')) return linesOf(node.childNodes, depth);
    return [`${lead}<${node.tagName} ${attributesOf(node)}>`, ...linesOf(node.childNodes, depth + 1)];
  });
}

const read = (html: string): string => linesOf(parseFragment(html).childNodes).join('\n');

const fault = (field: string, words: string): FieldFault[] => [{ field, words }];
const insurance = 'It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’.';
const wrongNumber = 'Enter a National Insurance number in the correct format';
const months = [
  ['January', '£85', '£95'],
  ['February', '£75', '£55'],
  ['March', '£165', '£125'],
] as const;
const options = ['1', '2', '3'].map((value) => ({ value, text: `GOV.UK frontend option ${value}` }));
const yesOrNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

const cases: readonly (readonly [component: string, example: string, ours: JSX.Element])[] = [
  ['button', 'default', <Button words="Save and continue" />],
  [
    'input',
    'with hint text',
    <TextInput
      {...{ id: 'input-with-hint-text', name: 'test-name-2', label: 'National insurance number' }}
      {...{ hint: insurance, faults: [], value: '' }}
    />,
  ],
  [
    'input',
    'with error and hint',
    <TextInput
      {...{ name: 'with-error-hint', label: 'National insurance number', hint: insurance, value: '' }}
      faults={fault('with-error-hint', wrongNumber)}
    />,
  ],
  ['input', 'value', <TextInput name="with-value" label="With value" faults={[]} value="QQ 12 34 56 C" />],
  [
    'textarea',
    'with hint and error message',
    <TextArea
      {...{ name: 'with-hint-error', label: 'With hint and error', hint: 'Hint', value: '' }}
      faults={fault('with-hint-error', 'Error message')}
    />,
  ],
  [
    'select',
    'with hint text and error message',
    <Select
      {...{ name: 'select-2', label: 'Label text goes here', hint: 'Hint text goes here', options, value: undefined }}
      faults={fault('select-2', 'Error message goes here')}
    />,
  ],
  [
    'radios',
    'with fieldset and error message',
    <Radios
      {...{ name: 'example', legend: 'Have you changed your name?', options: yesOrNo, value: 'no' }}
      faults={fault('example', 'Please select an option')}
    />,
  ],
  [
    'error-summary',
    'default',
    <ErrorSummary
      faults={[
        { field: 'example-error-1', words: 'The date your passport was issued must be in the past' },
        { field: 'example-error-2', words: 'Enter a postcode, like AA1 1AA' },
      ]}
    />,
  ],
  [
    'table',
    'with head and caption',
    <Table
      caption="Caption 1: Months and rates"
      rows={months}
      columns={[
        { title: 'Month you apply', of: ([month]) => month },
        { title: 'Rate for bicycles', numeric: true, of: ([, bicycles]) => bicycles },
        { title: 'Rate for vehicles', numeric: true, of: ([, , vehicles]) => vehicles },
      ]}
    />,
  ],
  ['back-link', 'default', <BackLink address="#" words="Back" />],
  ['tag', 'orange', <Tag colour="orange" words="Orange" />],
  ['notification-banner', 'with type as success', <Banner words="Email sent to example@email.com" />],
  ['pagination', 'with next only', <Pagination first={null} next="/next" />],
  [
    'summary-list',
    'default',
    <SummaryList
      rows={[
        ['Name', 'Firstname Lastname'],
        ['Date of birth', '13/08/1980'],
        [
          'Contact information',
          <>
            <p class="govuk-body">email@email.com</p>
            <p class="govuk-body">
              Address line 1<br />
              Address line 2<br />
              Address line 3<br />
              Address line 4<br />
              Address line 5
            </p>
          </>,
        ],
      ]}
    />,
  ],
];

describe('a component', () => {
  it.each(cases)('is GOV.UK’s own %s, %s', (component, example, ours) => {
    expect(read(markupOf(ours))).toBe(read(fixture(component, example)));
  });

  it('is GOV.UK’s own details', () => {
    const wanted = fixture('details', 'default');
    const words = /govuk-details__text">([^]*?)<\/div>/.exec(wanted)?.[1]?.trim() ?? '';
    expect(read(markupOf(<Details summary="Help with nationality">{words}</Details>))).toBe(read(wanted));
  });

  it('is GOV.UK’s own skip link, first on every page', () => {
    const page = layout({ title: 'A page', frame: null });
    const wanted = fixture('skip-link', 'default').replace('test-target-element', 'main');
    const ours = /<body[^>]*>\s*(<a [^]*?<\/a>)/.exec(page)?.[1] ?? '';
    expect(read(ours)).toBe(read(wanted));
  });

  it('would be seen to differ', () => {
    const wanted = read(fixture('tag', 'orange'));
    expect(read(markupOf(<Tag colour="red" words="Orange" />))).not.toBe(wanted);
    expect(read(markupOf(<Tag colour="orange" words="Red" />))).not.toBe(wanted);
    expect(read('<b class="govuk-tag govuk-tag--orange">Orange</b>')).not.toBe(wanted);
  });
});
