import type { Persona } from '../../platform/auth/personas.js';

/** A question that stands ready in a tab. */
export interface ReadyTab {
  readonly query: string;
  /** JSON. */
  readonly variables: string;
}

interface Page {
  readonly personas: readonly Persona[];
  readonly tabs: readonly ReadyTab[];
  /** Of styles and scripts, in the order in which they are needed. */
  readonly addresses: readonly string[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const option = ({ role, title, purposes, works, forSchool }: Persona): string => {
  const school = works === 'school' || forSchool ? ' data-school' : '';
  return `<option value="${escaped(role)}" data-purposes="${escaped(purposes.join(' '))}"${school}>${escaped(title)}</option>`;
};

/** The page around GraphiQL: whom to ask as, and the questions that stand ready. It holds no script of its own. */
export function explorerPage({ personas, tabs, addresses }: Page): string {
  const styles = addresses.filter((address) => address.endsWith('.css'));
  const scripts = addresses.filter((address) => address.endsWith('.js'));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Try the graph - SEND hub</title>
<link rel="icon" href="data:,">
${styles.map((address) => `<link rel="stylesheet" href="${address}">`).join('\n')}
</head>
<body>
<header class="who">
<label>Ask as <select id="persona" autocomplete="off">${personas.map(option).join('')}</select></label>
<label>at school <input id="school" size="8" inputmode="numeric" autocomplete="off" placeholder="900001"></label>
<label>for <select id="purpose" autocomplete="off"></select></label>
<output id="state"></output>
</header>
<main id="graphiql" data-state="${escaped(JSON.stringify({ tabs }))}"></main>
${scripts.map((address) => `<script src="${address}"></script>`).join('\n')}
</body>
</html>
`;
}
