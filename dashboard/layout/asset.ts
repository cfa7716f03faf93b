import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { productRoot } from '../../platform/config/product-root.js';

const need = createRequire(import.meta.url);

/** GOV.UK's own face and crown are for its own sites alone: Arial stands for the one, the other is left out. */
function govukCss(): string {
  const file = need.resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css');
  return readFileSync(file, 'utf8')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll(/GDS Transport,\s*/gi, '')
    .replaceAll(/"GDS Transport",\s*/gi, '');
}

const appCss = (): string => readFileSync(path.join(productRoot, 'dashboard/layout/asset/app.css'), 'utf8');

/** What pages load besides themselves, under addresses that change with what is in them, so that browsers keep them. */
class Assets {
  private readonly files = new Map<string, { readonly text: string; readonly hash: string }>();

  constructor() {
    for (const [name, text] of [['govuk.css', govukCss()] as const, ['app.css', appCss()] as const])
      this.files.set(name, { text, hash: createHash('sha256').update(text).digest('hex').slice(0, 12) });
  }

  address(name: string): string {
    return `/asset/${this.files.get(name)?.hash ?? ''}/${name}`;
  }

  /** The text of an address; undefined where there is none, or it is of another version. */
  text(hash: string, name: string): string | undefined {
    const file = this.files.get(name);
    return file?.hash === hash ? file.text : undefined;
  }
}

export const assets = new Assets();
