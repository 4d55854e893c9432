import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ResolvedAssembly } from './assembly/resolve.ts';
import { members } from './runtime/json-text.ts';
import { freshAssembly } from '../tools/fresh-assembly.ts';
import { startLocalCloud, type LocalCloud } from './runtime/local-cloud.ts';
import { defaultPorts } from './runtime/port-rewrite.ts';
import { StartProblem } from './runtime/state-folder.ts';

const usage = `npm start -- [--fresh] [--port N] [--state DIR] [--assembly DIR]
  --fresh         forget everything first
  --port N        AWS services at N, the REST API at N+1, partner sandboxes at N+2 (default ${defaultPorts.aws})
  --state DIR     where the state lives (default .keyturn)
  --assembly DIR  run this cloud assembly instead of building and synthesizing our own`;

const root = resolve(import.meta.dirname, '..');

function optionsOf() {
  try {
    return parseArgs({
      options: {
        fresh: { type: 'boolean', default: false },
        port: { type: 'string' },
        state: { type: 'string', default: '.keyturn' },
        assembly: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new StartProblem(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

async function main(): Promise<void> {
  const values = optionsOf();
  if (values.help) return console.log(usage);
  const startedAt = performance.now();
  const assembly = values.assembly ?? (await freshAssembly(root, (message) => console.log(message)));
  const cloud = await startLocalCloud({
    assembly: resolve(assembly),
    stateFolder: resolve(values.state),
    fresh: values.fresh,
    ports: portsFrom(values.port),
    dynamo: { binary: process.env['KEYTURN_DYNOXIDE'], endpoint: process.env['KEYTURN_DYNAMODB_ENDPOINT'] },
    log: (message, facts) =>
      console.error(`  ${message}${facts === undefined ? '' : ` ${JSON.stringify(facts)}`}`),
  });
  stopOnSignals(cloud);
  console.log(banner(cloud, (performance.now() - startedAt) / 1000));
}

function portsFrom(port: string | undefined): { aws: number; api: number; partners: number } {
  if (port === undefined) return defaultPorts;
  const aws = Number(port);
  if (!Number.isInteger(aws) || aws < 1 || aws > 65_533)
    throw new StartProblem(`--port ${port} is not a port`);
  return { aws, api: aws + 1, partners: aws + 2 };
}

function banner({ urls, coverage, resolved }: LocalCloud, seconds: number): string {
  const missing = [...coverage.notEmulated].map(([type, count]) => `${type} ${count}`).join(', ');
  return `
Keyturn runs on this machine (${seconds.toFixed(1)} s). It is not AWS: IAM, quotas and key policies are not evaluated.

  REST API      ${urls.api}/v1/
  AWS endpoint  ${urls.aws}   (access key local, secret local-secret, region us-east-1)
  partners      ${urls.partners}/
  control       ${urls.api}/_local/health  clock  faults  outbox  logs  meter

  not emulated  ${missing === '' ? 'nothing' : missing}

  a token of the first operator, then who that is:
    TOKEN=$(curl -s ${urls.api}/_local/issuer/staff/token -d '{"email":"${firstOperator(resolved)}","emailVerified":true,"tokenUse":"access"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')
    curl -s ${urls.api}/v1/me -H "authorization: Bearer $TOKEN"
  mail that was sent:  curl -s ${urls.api}/_local/outbox
  a day later:         curl -s ${urls.api}/_local/clock -d '{"advanceSeconds":86400}'

Ctrl-C ends it; the state stays.`;
}

/** Who the authorizer makes an operator at the first sign-in, as the template's environment names it. */
function firstOperator({ resources }: ResolvedAssembly): string {
  for (const { type, properties } of resources) {
    if (type !== 'AWS::Lambda::Function') continue;
    const email = members(members(properties['Environment'])['Variables'])['FIRST_OPERATOR_EMAIL'];
    if (typeof email === 'string') return email;
  }
  return 'someone@example.com';
}

function stopOnSignals(cloud: LocalCloud): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void cloud.stop().finally(() => process.exit(0));
    });
  }
}

try {
  await main();
} catch (error) {
  console.error(
    error instanceof StartProblem || !(error instanceof Error)
      ? String(error).replace(/^StartProblem: /, '')
      : error,
  );
  process.exit(1);
}
