import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { stageNamed } from '../../../lib/stages.ts';
import { freshAssembly } from '../../../tools/fresh-assembly.ts';
import { startLocalCloud, type LocalCloud } from '../../../local/runtime/local-cloud.ts';
import { localTokens } from '../../../tools/client/local-tokens.ts';
import { portableSuite } from '../portable/suite.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

describe('the portable suite on the local cloud', () => {
  const stateFolder = mkdtempSync(join(tmpdir(), 'keyturn-portable-'));
  let cloud: LocalCloud;

  beforeAll(async () => {
    cloud = await startLocalCloud({
      assembly: await freshAssembly(root, () => undefined),
      stateFolder,
      ports: { aws: 0, api: 0, partners: 0 },
    });
  });
  afterAll(async () => {
    await cloud.stop();
    rmSync(stateFolder, { recursive: true, force: true });
  });

  portableSuite(() => ({
    apiUrl: cloud.urls.api,
    tokens: localTokens(cloud.urls.api),
    firstOperatorEmail: stageNamed('local').firstOperatorEmail,
    patienceMs: 30_000,
  }));
});
