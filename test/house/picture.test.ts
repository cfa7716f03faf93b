import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { productRoot } from '../../platform/config/product-root.js';
import { productFiles } from './product-files.js';

/** Square boxes are folders, by the first line of their label: `g[gateway]`, `h["subgraphs/health<br/>waits"]`. */
function boxes(mermaid: string): string[] {
  return [...mermaid.matchAll(/\w\["?([^("\]][^"\]]*)"?\]/g)].map(([, label = '']) =>
    (label.split(/<br\s*\/?>/)[0] ?? '').trim().replace(/\/$/, ''),
  );
}

function pictures(markdown: string): string {
  return [...markdown.matchAll(/```mermaid\n([^]*?)```/g)].map(([, body]) => body).join('\n');
}

function isFolder(name: string): boolean {
  const place = path.join(productRoot, name);
  return existsSync(place) && statSync(place).isDirectory();
}

/** The rooms a request goes through. */
const rooms = ['gateway', ...readdirSync(path.join(productRoot, 'subgraphs')).map((name) => `subgraphs/${name}`)];

describe('the picture in the README', () => {
  it('has folders in square boxes, and the rest in others', () => {
    const picture =
      'A([client]) -->|HTTP| B["gateway<br/>the one door"]\nB --> C[subgraphs/health/] --> D[(PostgreSQL 18)]';
    expect(boxes(picture)).toEqual(['gateway', 'subgraphs/health']);
  });

  it('is seen to be wrong when a box has no folder', () => {
    expect(boxes('G[gateway] --> Y[subgraphs/youth-justice]').filter((box) => !isFolder(box))).toEqual([
      'subgraphs/youth-justice',
    ]);
  });

  it('shows every room, and no room that is not there', () => {
    const readme = productFiles('README.md').find(({ path: name }) => name === 'README.md');
    const picture = pictures(readme?.text ?? '');
    if (picture === '') {
      console.warn('README.md has no Mermaid picture yet: nothing to compare with the folders.');
      return;
    }
    const shown = boxes(picture);
    expect(shown.filter((box) => !isFolder(box))).toEqual([]);
    expect(rooms.filter((room) => !shown.includes(room))).toEqual([]);
  });
});
