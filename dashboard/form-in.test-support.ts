import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => 'tagName' in node;

/** Every element below a node, in the order of the page. */
function* elementsOf(node: Node): Generator<Element> {
  if (isElement(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}

const of = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

/** What a control would be sent with as it stands; undefined where it would not be sent. */
function valueOf(control: Element): string | undefined {
  const kind = of(control, 'type');
  if (control.tagName === 'textarea') return textOf(control);
  if (control.tagName === 'select') {
    const options = [...elementsOf(control)].filter(({ tagName }) => tagName === 'option');
    const chosen = options.find((option) => of(option, 'selected') !== undefined) ?? options[0];
    return chosen && of(chosen, 'value');
  }
  if (kind === 'radio' || kind === 'checkbox')
    return of(control, 'checked') === undefined ? undefined : of(control, 'value');
  return of(control, 'value') ?? '';
}

const controls = ['button', 'input', 'select', 'textarea'];

/** A page as whoever got it can send its forms, and as its error summary leads them. */
export function pageIn(text: string) {
  const all = [...elementsOf(parse(text))];
  const title = textOf(all.find(({ tagName }) => tagName === 'title') ?? parse(''));
  /** The form that is sent to an address, as it would be sent without a word more. */
  const form = (action: string): Record<string, string> => {
    const found = all.filter((one) => one.tagName === 'form' && of(one, 'action') === action);
    const sent = found.flatMap((one) => [...elementsOf(one)]).filter(({ tagName }) => controls.includes(tagName));
    return Object.fromEntries(
      sent.flatMap((control) => {
        const [name, value] = [of(control, 'name'), control.tagName === 'button' ? undefined : valueOf(control)];
        return name === undefined || value === undefined ? [] : [[name, value]];
      }),
    );
  };
  /** The names of the controls to which the faults of the summary lead: of the one that is meant, or of the first within it. */
  const faults = (): (string | undefined)[] => {
    const summary = all.find((one) => of(one, 'class') === 'govuk-error-summary');
    const links = summary === undefined ? [] : [...elementsOf(summary)].filter(({ tagName }) => tagName === 'a');
    return links.map((link) => {
      const meant = all.filter((one) => `#${of(one, 'id') ?? ''}` === of(link, 'href'));
      if (meant.length !== 1) return undefined;
      const control = meant.flatMap((one) => [...elementsOf(one)]).find(({ tagName }) => controls.includes(tagName));
      return control && of(control, 'name');
    });
  };
  return { title, form, faults };
}
