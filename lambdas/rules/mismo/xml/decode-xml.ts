import { invalid } from '../../../shared/errors.ts';

const declaration = /^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;

/**
 * The text of a file's bytes, by byte order mark, else by the encoding it declares, else UTF-8. A declaration of UTF-16
 * that reads in single bytes is not true: programs state what their strings are and write UTF-8.
 * @throws invalid XmlEncodingUnknown; XmlNotDecodable where the bytes are not of their encoding
 */
export function decodeXml(bytes: Uint8Array): string {
  const declared = declaration.exec(latin1(bytes.subarray(0, 200)))?.[1] ?? 'utf-8';
  const encoding = markOf(bytes) ?? (/^(?:utf-?16|ucs-?2|unicode$)/i.test(declared) ? 'utf-8' : declared);
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw invalid('XmlEncodingUnknown', 'the file declares an encoding that is not known here');
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw invalid('XmlNotDecodable', `the file is not ${decoder.encoding}`);
  }
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** By the mark, or by how `<` stands at the start of UTF-16 without one. */
function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb ? 'utf-8' : undefined;
}
