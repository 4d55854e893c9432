import { writeSync } from 'node:fs';

const BATCH_CHARACTERS = 1 << 16;
const PAUSE_MS = 5;

const codeOf = (thrown: unknown): unknown =>
  thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;

/**
 * Writes to an open handle in batches and waits for a slow reader, so that a report of any length never piles up in
 * memory. A reader that has gone (`| head`) ends the writing without a fault.
 */
export class PatientWriter {
  private readonly handle: number;
  private batch = '';
  private isReaderGone = false;

  constructor(handle: number) {
    this.handle = handle;
  }

  write(text: string): void {
    this.batch += text;
    if (this.batch.length >= BATCH_CHARACTERS) this.flush();
  }

  flush(): void {
    const bytes = Buffer.from(this.batch);
    this.batch = '';
    for (let sent = 0; sent < bytes.length && !this.isReaderGone;) sent += this.send(bytes.subarray(sent));
  }

  private send(bytes: Uint8Array): number {
    try {
      return writeSync(this.handle, bytes);
    } catch (thrown) {
      if (codeOf(thrown) === 'EPIPE') this.isReaderGone = true;
      else if (codeOf(thrown) === 'EAGAIN')
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
      else throw thrown;
      return 0;
    }
  }
}
