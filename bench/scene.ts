import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { freshAssembly } from '../tools/fresh-assembly.ts';
import { type LocalCloud, startLocalCloud } from '../local/runtime/local-cloud.ts';
import { expectBody } from '../tools/client/keyturn-client.ts';
import { localTokens } from '../tools/client/local-tokens.ts';
import { type Cast, gatherCast } from '../tools/demo/cast.ts';
import { benchAssembly } from './bench-assembly.ts';

/** A cloud of this run alone, with the demo's staff signed in. */
export interface Scene {
  cloud: LocalCloud;
  cast: Cast;
  officerToken: string;
  stop(): Promise<void>;
}

export async function openScene(root: string): Promise<Scene> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'keyturn-bench-state-'));
  const assembly = benchAssembly(await freshAssembly(root, () => undefined));
  const remove = () => {
    for (const folder of [stateFolder, assembly]) rmSync(folder, { recursive: true, force: true });
  };
  const cloud = await startLocalCloud({ assembly, stateFolder, ports: { aws: 0, api: 0, partners: 0 } });
  const stop = async () => {
    await cloud.stop();
    remove();
  };
  try {
    const cast = await gatherCast(cloud.urls.api);
    const email = 'loan-officer@local.keyturn.example';
    const officerToken = await localTokens(cloud.urls.api)({ pool: 'staff', sub: `demo-${email}`, email });
    return { cloud, cast, officerToken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A complete application of an invented person: all six items are there. */
export const application = (email: string) => ({
  purpose: 'PURCHASE',
  amountCents: 28_800_000,
  property: {
    state: 'OH',
    address: { line1: '77 Specimen Court', city: 'Sampleton', state: 'OH', zip: '43004' },
    value: { amountCents: 36_000_000, kind: 'CONTRACT', source: 'purchase contract', asOfOn: '2026-11-14' },
  },
  borrowers: [
    {
      firstName: 'Avery',
      lastName: 'Sample',
      email,
      ssn: '987-65-4321',
      employerName: 'Example Mills LLC',
      statedMonthlyIncomeCents: 693_333,
      authorizesVerification: true,
    },
  ],
});

const Opened = z.looseObject({
  loanId: z.string(),
  parties: z.array(z.looseObject({ contactId: z.string(), kind: z.string() })),
});

export interface BenchLoan {
  loanId: string;
  borrowerContactId: string;
}

export async function openLoan({ cast }: Scene, email: string): Promise<BenchLoan> {
  const answer = await cast['loan-officer'].post('/v1/loans', application(email));
  const { loanId, parties } = expectBody(answer, 201, Opened);
  return { loanId, borrowerContactId: parties.find(({ kind }) => kind === 'borrower')?.contactId ?? '' };
}
