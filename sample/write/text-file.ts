import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

const chunkSize = 1 << 16;

/** A file written from start to end in chunks, at the pace of the disk: memory holds one chunk. */
export class TextFile {
  private readonly stream: WriteStream;
  private pending = '';

  constructor(
    readonly path: string,
    private readonly encoding: 'utf8' | 'latin1' = 'utf8',
  ) {
    this.stream = createWriteStream(path);
  }

  /** Resolves when there is room for more; rejects where the disk refuses. */
  async write(text: string): Promise<void> {
    this.pending += text;
    if (this.pending.length >= chunkSize) await this.flush();
  }

  async close(): Promise<void> {
    await this.flush();
    this.stream.end();
    await finished(this.stream);
  }

  private async flush(): Promise<void> {
    const chunk = Buffer.from(this.pending, this.encoding);
    this.pending = '';
    if (!this.stream.write(chunk)) await once(this.stream, 'drain');
  }
}
