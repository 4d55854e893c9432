import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { attackFiles } from './attacks.ts';
import { bankStatementPdf } from './bank-statement.ts';
import { driversLicencePdf, form1040Pdf, urlaPdf } from './identity-and-forms.ts';
import { payStubPdf } from './pay-stub.ts';
import { OFFICE_SCAN, scanPdf, type ScanSettings } from './scan.ts';
import type { SampleScenario } from './scenario.ts';
import { w2Pdf } from './w2.ts';

export const SAMPLE_DOCUMENTS = {
  'pay-stub': payStubPdf,
  'w-2': w2Pdf,
  'bank-statement': bankStatementPdf,
  'drivers-licence': driversLicencePdf,
  'urla-1003': urlaPdf,
  'form-1040': form1040Pdf,
} as const satisfies Record<string, (scenario: SampleScenario) => Promise<Uint8Array>>;

export interface SampleFile {
  name: string;
  path: string;
}

/**
 * Writes each document with a text layer (`pay-stub.pdf`), as a scan (`pay-stub.scan.pdf`), and the files that must be
 * refused (`attacks/`). The same scenario gives the same bytes.
 */
export async function makeSampleDocuments(
  scenario: SampleScenario,
  dir: string,
  scan: ScanSettings = OFFICE_SCAN,
): Promise<SampleFile[]> {
  const written: SampleFile[] = [];
  const write = async (name: string, bytes: Uint8Array) => {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), bytes);
    written.push({ name, path: path.join(dir, name) });
  };
  for (const [name, print] of Object.entries(SAMPLE_DOCUMENTS)) {
    const pdf = await print(scenario);
    await write(`${name}.pdf`, pdf);
    await write(`${name}.scan.pdf`, await scanPdf(pdf, scan));
  }
  for (const { name, bytes } of attackFiles()) await write(path.join('attacks', name), bytes);
  return written;
}
