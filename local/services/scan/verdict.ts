import { constants, gunzipSync, inflateSync } from 'node:zlib';
import { zipEntries } from './zip-entries.ts';

/** GuardDuty's result for one object; names as in its event. */
export type Verdict =
  | { status: 'NO_THREATS_FOUND' }
  | { status: 'THREATS_FOUND'; threats: string[] }
  | { status: 'UNSUPPORTED' };

/** The EICAR test file (eicar.org), put together here so that no scanner takes this source for it. */
const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', 'H+H*'].join('$'),
  'latin1',
);
const THREAT = 'EICAR-Test-File (not a virus)';

const DEEPEST_NESTING = 5;
const LARGEST_UNPACKED_BYTES = 100 * 1024 ** 2;
const MOST_STREAMS = 10_000;

/**
 * Judges a body by what can be seen in it: the EICAR test file raw, or inside a zip, a gzip or the streams of a PDF, to a
 * stated depth. What is password-protected, or unpacks beyond the limits, is UNSUPPORTED, as GuardDuty skips it.
 */
export function verdictOn(body: Uint8Array): Verdict {
  const budget = { bytes: LARGEST_UNPACKED_BYTES };
  const found = look(Buffer.from(body.buffer, body.byteOffset, body.byteLength), 0, budget);
  if (found === 'threat') return { status: 'THREATS_FOUND', threats: [THREAT] };
  return { status: found === 'closed' ? 'UNSUPPORTED' : 'NO_THREATS_FOUND' };
}

type Finding = 'clean' | 'threat' | 'closed';

function look(body: Buffer, depth: number, budget: { bytes: number }): Finding {
  if (body.includes(EICAR)) return 'threat';
  if (depth > DEEPEST_NESTING) return 'closed';
  if (body.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1')))
    return lookInZip(body, depth, budget);
  if (body[0] === 0x1f && body[1] === 0x8b)
    return lookInto(() => gunzipSync(body, limits(budget)), depth, budget);
  if (body.subarray(0, 1024).includes('%PDF-')) return lookInPdf(body, depth, budget);
  return isEncryptedOffice(body) ? 'closed' : 'clean';
}

function lookInZip(body: Buffer, depth: number, budget: { bytes: number }): Finding {
  const findings = zipEntries(body).map((entry) =>
    entry.encrypted ? 'closed' : lookInto(() => entry.unpack(budget.bytes), depth, budget),
  );
  return worst(findings);
}

/** A PDF with an `/Encrypt` dictionary is closed; else every stream is looked at as it is and, where it inflates, inflated. */
function lookInPdf(body: Buffer, depth: number, budget: { bytes: number }): Finding {
  const text = body.toString('latin1');
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(text) || /\/Encrypt\s*<</.test(text)) return 'closed';
  const findings: Finding[] = [];
  for (const match of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(match.index - 3, match.index) === 'end') continue;
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    if (end < 0 || findings.length >= MOST_STREAMS) break;
    const stream = body.subarray(start, end);
    const inflated = inflateOrNothing(stream, budget);
    findings.push(inflated === undefined ? 'clean' : look(inflated, depth + 1, budget));
  }
  return worst(findings);
}

/** Streams of other filters do not inflate, which is no sign of anything. */
function inflateOrNothing(stream: Buffer, budget: { bytes: number }): Buffer | undefined {
  try {
    return spend(inflateSync(stream, { ...limits(budget), finishFlush: constants.Z_SYNC_FLUSH }), budget);
  } catch {
    return undefined;
  }
}

function lookInto(unpack: () => Buffer, depth: number, budget: { bytes: number }): Finding {
  try {
    return look(spend(unpack(), budget), depth + 1, budget);
  } catch {
    return 'closed'; // damaged, or more than the limits allow
  }
}

function spend(unpacked: Buffer, budget: { bytes: number }): Buffer {
  budget.bytes -= unpacked.length;
  if (budget.bytes <= 0) throw new RangeError('the archive unpacks beyond the limit');
  return unpacked;
}

function limits(budget: { bytes: number }): { maxOutputLength: number } {
  return { maxOutputLength: Math.max(1, budget.bytes) };
}

function worst(findings: readonly Finding[]): Finding {
  if (findings.includes('threat')) return 'threat';
  return findings.includes('closed') ? 'closed' : 'clean';
}

/** MS-OFFCRYPTO: a compound file that holds a stream named EncryptedPackage. */
function isEncryptedOffice(body: Buffer): boolean {
  return (
    body.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex')) &&
    body.includes(Buffer.from('EncryptedPackage', 'utf16le'))
  );
}
