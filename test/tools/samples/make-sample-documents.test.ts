import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeSampleDocuments } from '../../../tools/samples/make-sample-documents.ts';
import { netPayCents } from '../../../tools/samples/pay-stub.ts';
import { AVERY_SAMPLE, SampleScenario } from '../../../tools/samples/scenario.ts';

const sha256 = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

const folders: string[] = [];
async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'samples-'));
  folders.push(made);
  return made;
}
afterAll(() => Promise.all(folders.map((made) => rm(made, { recursive: true }))));

describe('the sample documents', { timeout: 60_000 }, () => {
  it('are the same bytes each time they are made', async () => {
    const small = { widthPx: 200, tiltDegrees: 0.4, noise: 20, seed: 7 };
    const one = await makeSampleDocuments(AVERY_SAMPLE, await folder(), small);
    const other = await makeSampleDocuments(AVERY_SAMPLE, await folder(), small);
    expect(one.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['pay-stub.pdf', 'w-2.scan.pdf', 'attacks/eicar.pdf']),
    );
    const hashes = (files: typeof one) =>
      Promise.all(files.map(async ({ name, path: file }) => [name, await sha256(file)]));
    expect(await hashes(one)).toEqual(await hashes(other));
  });

  it('tell one story: payroll deposits are the net pay, and the year so far is every pay date', () => {
    const { bank, pay } = SampleScenario.parse(AVERY_SAMPLE);
    const payroll = bank.transactions.filter(({ what }) => what.includes('PAYROLL'));
    expect(payroll.map(({ amountCents }) => amountCents)).toEqual(
      payroll.map(() => netPayCents(AVERY_SAMPLE)),
    );
    expect(pay.periodsThisYear).toBe(23);
  });
});
