import type { AuditEntry } from '../../../lambdas/audit/contracts.ts';
import { AuditEntry as Entry } from '../../../lambdas/audit/contracts.ts';
import { generateKeyPairSync, sign as signBytes } from 'node:crypto';
import type { Sign } from '../../../lambdas/audit/adapters/root-signer.ts';
import type { Archive } from '../../../lambdas/audit/adapters/archive.ts';
import { keys, loanSubject } from '../../../lambdas/shared/table.ts';
import { type FakeKernel, fakeKernel, ledgerOf } from '../../support/fake-kernel.ts';

export const loanId = 'loan_01JD0000000000000000000000';
export const subject = loanSubject(loanId);

/** A kernel whose ledger holds `count` changes of the loan, a minute apart. */
export async function chainOf(count: number): Promise<FakeKernel> {
  const kernel = fakeKernel();
  for (let n = 0; n < count; n += 1) {
    await kernel.commit({
      subject,
      actor: 'user_01JD0000000000000000000001',
      correlationId: `corr-${n}`,
      action: 'LoanChanged',
      facts: { changed: ['amountCents'], n, ok: true },
      writes: [],
    });
    kernel.clock.advance(60_000);
  }
  return kernel;
}

export const entriesOf = (kernel: FakeKernel): AuditEntry[] =>
  ledgerOf(kernel.storage, subject).map((item) => Entry.parse(item));
export async function headOf(kernel: FakeKernel): Promise<{ seq: number; hash: string } | undefined> {
  const item = await kernel.storage.get(keys.ledgerHead(subject));
  return item && { seq: Number(item['seq']), hash: String(item['hash']) };
}

/** Signs as KMS does: ECDSA over SHA-256 on P-256, DER. */
export function testSigner(): { sign: Sign; publicKey: string } {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const sign: Sign = async (text) => ({
    algorithm: 'ECDSA_SHA_256',
    keyId: 'test-key',
    publicKey,
    value: signBytes('sha256', Buffer.from(text), pair.privateKey).toString('base64'),
  });
  return { sign, publicKey };
}

/** An archive that creates and never writes over; `puts` are all that it was asked to keep. */
export function memoryArchive(): Archive & { objects: Map<string, string>; puts: string[] } {
  const objects = new Map<string, string>();
  const puts: string[] = [];
  return {
    objects,
    puts,
    put: async (key, text) => {
      puts.push(key);
      if (objects.has(key)) return 'already there';
      objects.set(key, text);
      return 'written';
    },
    list: async (prefix) => [...objects.keys()].filter((key) => key.startsWith(prefix)).toSorted(),
    read: async (key) => objects.get(key) ?? '',
  };
}
