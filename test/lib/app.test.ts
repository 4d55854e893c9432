import { expect, it, vi } from 'vitest';
import { keyturn } from '../../lib/app.ts';
import { withoutBundles } from '../support/templates.ts';

// Building a whole environment takes a second alone, and many beside other suites.
vi.setConfig({ testTimeout: 60_000 });

it('builds dev where no stage is named', async () => {
  const app = await keyturn({ context: withoutBundles });
  expect(app.node.children.map(({ node }) => node.id)).toContain('keyturn-dev-data');
});

it('refuses a stage that is not there', async () => {
  await expect(keyturn({ context: { ...withoutBundles, stage: 'qa' } })).rejects.toThrow(
    'Unknown stage "qa". Valid stages: dev, staging, prod, local.',
  );
});

it('builds the same stacks in every stage', async () => {
  const names = async (stage: string) => {
    const app = await keyturn({ context: { ...withoutBundles, stage } });
    return app.node.children.map(({ node }) => node.id.replace(`keyturn-${stage}-`, ''));
  };
  expect(await names('local')).toEqual(await names('prod'));
});
