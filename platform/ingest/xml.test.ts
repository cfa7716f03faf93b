import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { childrenOf, readElements, textOf, type XmlElement } from './xml.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-xml-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Buffer): Promise<XmlElement[]> {
  const file = join(folder, 'file.xml');
  await writeFile(file, content);
  const elements: XmlElement[] = [];
  for await (const element of readElements(file, new Set(['Item']))) elements.push(element);
  return elements;
}

describe('an XML file', () => {
  it('gives the wanted elements with what is in them, and nothing of what is around them', async () => {
    const [first, second] = await read(
      '<All>\n<Item><Name>Tea &amp; <![CDATA[<milk>]]></Name><Part>1</Part><Part>2</Part></Item><Other>x</Other>\n<Item/></All>',
    );
    expect(textOf(first, 'Name')).toBe('Tea & <milk>');
    expect(childrenOf(first, 'Part').map(({ text }) => text)).toEqual(['1', '2']);
    expect([first?.line, second?.line]).toEqual([2, 3]);
    expect(second?.children).toEqual([]);
  });

  it('may have a prefix before its elements, as a namespace gives one', async () => {
    const [item] = await read('<c:All xmlns:c="urn:x"><c:Item><c:Name>Tea</c:Name></c:Item></c:All>');
    expect([item?.name, textOf(item, 'Name')]).toEqual(['Item', 'Tea']);
  });

  it.each([
    ['cut off', '<All>\n<Item></Item>\n<Item>', /line 3: it is not well-formed XML, or has been cut off/],
    ['not XML', 'a,b\n1,2\n', /not well-formed XML/],
    ['empty', '', /is empty\.$/],
    ['in UTF-16', Buffer.from('\uFEFF<All/>', 'utf16le'), /is text in UTF-16: save it as UTF-8\.$/],
    ['compressed', gzipSync('<All/>'), /is compressed \(gzip\)/],
    ['using an entity that is not declared', '<All><Item>&lol;</Item></All>', /not well-formed XML/],
    ['with a document type', '<!DOCTYPE All SYSTEM "http://example.invalid/x.dtd"><All/>', /document type declaration/],
    ['not UTF-8', Buffer.from([0x3c, 0x41, 0x3e, 0xe9, 0x3c, 0x2f, 0x41, 0x3e]), /it is not UTF-8 text/],
  ])('%s is refused with its line', async (_, content, sentence) => {
    await expect(read(content)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(sentence),
    });
  });

  it('that is an entity bomb is refused at its declaration', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY l${String(level + 1)} "${`&l${String(level)};`.repeat(10)}">`,
    );
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE All [<!ENTITY l0 "lol">${levels.join('')}]>\n<All><Item>&l9;</Item></All>`;
    await expect(read(bomb)).rejects.toThrow('it has a document type declaration, which no return has');
  });
});
