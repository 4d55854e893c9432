/** The headers of a MIME message that the outbox shows; bodies stay in the raw message. */
export interface RawMail {
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  headers: Record<string, string>;
  /** Of a message of one text part; multipart bodies are not taken apart. */
  text?: string;
}

export function rawMail(base64: string): RawMail {
  const message = Buffer.from(base64, 'base64').toString('utf8');
  const end = /\r?\n\r?\n/.exec(message);
  const head = end === null ? message : message.slice(0, end.index);
  const body = end === null ? '' : message.slice(end.index + end[0].length);
  const headers: Record<string, string> = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = decodedWords(line.slice(colon + 1).trim());
  }
  const plain =
    /^(text\/plain|$)/i.test(headers['content-type'] ?? '') &&
    !/base64|quoted/i.test(headers['content-transfer-encoding'] ?? '');
  return {
    from: headers['from'] ?? '',
    to: addresses(headers['to']),
    cc: addresses(headers['cc']),
    bcc: addresses(headers['bcc']),
    subject: headers['subject'] ?? '',
    headers,
    ...(plain && { text: body }),
  };
}

function addresses(list: string | undefined): string[] {
  return (list ?? '')
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((address) => address.trim())
    .filter((address) => address !== '');
}

/** RFC 2047 words, UTF-8 only. */
function decodedWords(text: string): string {
  return text.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_word, kind: string, data: string) =>
    kind.toLowerCase() === 'b'
      ? Buffer.from(data, 'base64').toString('utf8')
      : Buffer.from(
          data
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/gi, (_hex, code: string) =>
              String.fromCharCode(Number.parseInt(code, 16)),
            ),
          'latin1',
        ).toString('utf8'),
  );
}
