import { createHash } from 'node:crypto';
import type { MessageAttribute } from './message.ts';

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** MD5 of message attributes as the SQS developer guide lays the bytes out: sorted by name; length-prefixed name, type, transport byte, value. */
export function attributesMd5(attributes: Record<string, MessageAttribute>): string {
  const hash = createHash('md5');
  const feed = (bytes: Buffer): void => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  };
  for (const name of Object.keys(attributes).sort()) {
    const { DataType, StringValue, BinaryValue } = attributes[name]!;
    const binary = DataType.startsWith('Binary');
    feed(Buffer.from(name));
    feed(Buffer.from(DataType));
    hash.update(Buffer.from([binary ? 2 : 1]));
    feed(binary ? Buffer.from(BinaryValue ?? '', 'base64') : Buffer.from(StringValue ?? ''));
  }
  return hash.digest('hex');
}

/** What counts towards the 1 MiB: body, attribute names, types and values. */
export function messageBytes(body: string, attributes: Record<string, MessageAttribute> = {}): number {
  let bytes = Buffer.byteLength(body);
  for (const [name, { DataType, StringValue, BinaryValue }] of Object.entries(attributes)) {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(DataType);
    bytes +=
      BinaryValue === undefined
        ? Buffer.byteLength(StringValue ?? '')
        : Buffer.byteLength(BinaryValue, 'base64');
  }
  return bytes;
}
