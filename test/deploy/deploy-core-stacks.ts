import { mkdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { run } from './run.ts';

const root = join(import.meta.dirname, '..', '..');
const cdk = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');

/** Stacks that nothing else refers to, and whose types the emulator does not know. */
const leftOut = ['edge', 'archive', 'trail', 'operations'];

export interface TemplateResource {
  Type: string;
  Properties?: Record<string, unknown>;
}

export interface DeployedStack {
  name: string;
  resources: Record<string, TemplateResource>;
  outputs: Record<string, string>;
}

/** Builds, synthesizes stage dev, bootstraps and deploys its core stacks with the CDK command line as it is. */
export async function deployCoreStacks(endpoint: string, folder: string): Promise<DeployedStack[]> {
  const env = {
    PATH: [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
    HOME: folder,
    TMPDIR: folder,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CI: 'true',
  };
  const assembly = join(folder, 'cdk.out');
  const outputsFile = join(folder, 'outputs.json');
  mkdirSync(folder, { recursive: true });
  const step = async (what: string, args: readonly string[], withinSeconds: number): Promise<void> => {
    const { code, output } = await run(process.execPath, args, { cwd: root, env, withinSeconds });
    if (code !== 0) throw new Error(`${what} failed:\n${output.slice(-6000)}`);
  };

  await step('the build', ['tools/build.ts', '--if-stale'], 180);
  // The emulator does not know `Fn::GetStackOutput`: exports and imports are the other form of the same references.
  // The policy packs have their own run (`npm run synth`).
  const context = ['stage=dev', '@aws-cdk/core:defaultCrossStackReferences=strong', 'keyturn:packs=off'];
  const quiet = ['--no-notices', '--app'];
  await step(
    'synthesis',
    [cdk, 'synth', '--quiet', '--no-notices', '-o', assembly, ...context.flatMap((each) => ['-c', each])],
    120,
  );
  await step('bootstrap', [cdk, 'bootstrap', ...quiet, assembly, 'aws://000000000000/us-east-1'], 120);
  const names = stackNames(assembly);
  const safely = ['--require-approval', 'never', '--outputs-file', outputsFile, '--exclusively'];
  await step('deployment', [cdk, 'deploy', ...quiet, assembly, ...safely, ...names], 300);
  const outputs = JSON.parse(readFileSync(outputsFile, 'utf8')) as Record<string, Record<string, string>>;
  return names.map((name) => ({
    name,
    resources: (
      JSON.parse(readFileSync(join(assembly, `${name}.template.json`), 'utf8')) as {
        Resources: Record<string, TemplateResource>;
      }
    ).Resources,
    outputs: outputs[name] ?? {},
  }));
}

function stackNames(assembly: string): string[] {
  const { artifacts } = JSON.parse(readFileSync(join(assembly, 'manifest.json'), 'utf8')) as {
    artifacts: Record<string, { type: string }>;
  };
  return Object.entries(artifacts)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack')
    .map(([name]) => name)
    .filter((name) => !leftOut.some((left) => name === `keyturn-dev-${left}`));
}
