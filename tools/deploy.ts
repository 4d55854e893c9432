/**
 * `npm run deploy -- <stage>`: build, synthesis under every policy pack, then the CDK command line. `dev` changes at
 * once; staging and prod are compared and get a change set that waits for approval: `--execute <change set>`.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stageNamed } from '../lib/stages.ts';
import { changeSetName, chosenStacks, stacksInOrder } from './deploy/assembly-stacks.ts';
import { Deployed } from './deploy/deployed.ts';
import { type DeployRequest, isReviewed, readRequest } from './deploy/request.ts';
import { synthesize } from './synth.ts';

const root = resolve(import.meta.dirname, '..');
const cdk = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');

async function deploy(request: DeployRequest): Promise<void> {
  const { stage } = request;
  if (request.execute === undefined) {
    run('the build', [join(root, 'tools', 'build.ts')]);
    const assembly = await synthesize(stage);
    const stacks = chosenStacks(stacksInOrder(assembly), stage, request.stacks);
    const source = ['--no-notices', '--app', assembly];
    if (isReviewed(stage)) {
      prepare(request, source, stacks, changeSetName(assembly, stacks));
      return;
    }
    run('the deployment', [cdk, 'deploy', ...source, '--require-approval', 'never', ...stacks]);
  } else {
    await execute(request, request.execute);
  }
  await tellWhereItIs(stage);
}

/** Nothing changes yet: the comparison is shown, and a change set of the same content waits in each stack that has changes. */
function prepare(
  { stage, stacks: asked }: DeployRequest,
  source: readonly string[],
  stacks: readonly string[],
  changeSet: string,
): void {
  run('the comparison', [cdk, 'diff', ...source, '--method', 'template', ...stacks]);
  const preparing = ['--require-approval', 'never', '--method', 'prepare-change-set'];
  run('preparing', [cdk, 'deploy', ...source, ...preparing, '--change-set-name', changeSet, ...stacks]);
  const again = asked.length === 0 ? '' : ` --stacks ${asked.join(',')}`;
  console.log(
    `\nNothing has changed. After approval:\n  npm run deploy -- ${stage}${again} --execute ${changeSet}`,
  );
}

/** Carries out what was prepared, stack after stack; the sources of this working tree play no part. */
async function execute({ stage, stacks: asked }: DeployRequest, changeSet: string): Promise<void> {
  const deployed = new Deployed(stageNamed(stage).region);
  // Only for the stacks' names and their order.
  const assembly = await synthesize(stage);
  let executed = 0;
  for (const stack of chosenStacks(stacksInOrder(assembly), stage, asked)) {
    if (!(await deployed.hasChangeSet(stack, changeSet))) continue;
    // The approval is the one that somebody gave to the prepared change set.
    const approved = ['--require-approval', 'never', '--method', 'execute-change-set'];
    const source = ['--no-notices', '--app', assembly];
    run(`executing in ${stack}`, [
      cdk,
      'deploy',
      ...source,
      ...approved,
      '--change-set-name',
      changeSet,
      stack,
    ]);
    executed += 1;
  }
  if (executed === 0) throw new Error(`No stack of ${stage} has a change set ${changeSet} that waits.`);
}

async function tellWhereItIs(stage: DeployRequest['stage']): Promise<void> {
  const deployed = new Deployed(stageNamed(stage).region);
  console.log(`\nAPI        ${(await deployed.apiUrl(stage)) ?? 'not deployed'}`);
  for (const pool of await deployed.pools(stage)) console.log(pool);
}

function run(what: string, args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${what} failed: see above`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await deploy(readRequest(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
