import { closeSync, openSync, readSync } from 'node:fs';

/** A fault of the file, with its line. */
export class LineTooLong extends Error {}

const CHUNK_BYTES = 1 << 16;
/** No row of the guide comes near this; a file of one endless line is refused before it fills the memory. */
const LONGEST_LINE = 1 << 20;

/**
 * The lines of a file without their terminators (LF or CRLF), 64 KiB in memory at a time.
 *
 * @throws the system's error when the file cannot be read; LineTooLong for a line of more than a million characters
 */
export function* readLines(file: string): Generator<string> {
  const handle = openSync(file, 'r');
  const decoder = new TextDecoder('utf-8', { ignoreBOM: false });
  const chunk = new Uint8Array(CHUNK_BYTES);
  let rest = '';
  let read = 0;
  try {
    for (let size = readSync(handle, chunk); size > 0; size = readSync(handle, chunk)) {
      const lines = (rest + decoder.decode(chunk.subarray(0, size), { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_LINE)
        throw new LineTooLong(`line ${read + lines.length + 1} has more than ${LONGEST_LINE} characters`);
      read += lines.length;
      for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
    }
    rest += decoder.decode();
    if (rest !== '') yield rest.endsWith('\r') ? rest.slice(0, -1) : rest;
  } finally {
    closeSync(handle);
  }
}
