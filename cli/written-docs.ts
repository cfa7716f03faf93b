import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { productRoot } from '../platform/config/product-root.js';
import { renderFormats } from './formats.js';
import { renderPersonas } from './personas-doc.js';
import { renderSchemaReference } from './schema-reference.js';
import { renderWhoSeesWhat } from './who-sees-what.js';

/** The documents that are written from the code, by their place, so that neither can drift from the other. */
const documents: Readonly<Record<string, () => string>> = {
  'docs/formats.md': renderFormats,
  'docs/personas.md': renderPersonas,
  'docs/schema-reference.md': () => renderSchemaReference(),
  'docs/who-sees-what.md': renderWhoSeesWhat,
};

export function writeDocs(): void {
  for (const [file, render] of Object.entries(documents)) writeFileSync(path.join(productRoot, file), render());
}

/** Those that the code no longer writes as they stand under a folder. */
export function staleDocs(under: string = productRoot): string[] {
  const held = (file: string): string => {
    const at = path.join(under, file);
    return existsSync(at) ? readFileSync(at, 'utf8') : '';
  };
  return Object.entries(documents).flatMap(([file, render]) => (held(file) === render() ? [] : [file]));
}
