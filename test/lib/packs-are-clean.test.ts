import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keyturn, packsContext } from '../../lib/app.ts';
import { withoutBundles } from '../support/templates.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyturn-packs-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each(['dev', 'staging', 'prod'])(
  '%s is clean under AwsSolutions and NIST 800-53 R5, and no acknowledgement is idle',
  async (stage) => {
    const context = { ...withoutBundles, [packsContext]: 'on', stage };
    const app = await keyturn({ context, outdir: join(folder, stage) });
    expect(() => app.synth()).not.toThrow();
  },
  60_000,
);
