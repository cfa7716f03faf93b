const rootFiles = String.raw`[\w.-]+\.(?:md|json|ts|mjs|cjs|yml)`;

/** What a Markdown text names in backticks as a place of this repository: a path, or a file that stands at its root. */
export function namedPaths(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```[^]*?^```$/gm, '');
  const named = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);
  return [
    ...new Set(
      named.filter((text) => new RegExp(String.raw`^(?:\.?[\w-][\w.-]*(?:/[\w.-]+)+/?|\.?${rootFiles})$`).test(text)),
    ),
  ];
}

/** The sections of a Markdown text by the words of their second-level heading. */
export function sections(markdown: string): Map<string, string> {
  const parts = markdown.split(/^## /m).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part] as const));
}
