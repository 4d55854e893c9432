import { mkdirSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { readAssembly, type Assembly } from '../assembly/assembly.ts';
import { coverageOf, type Coverage } from '../assembly/coverage.ts';
import { inlineAssets } from '../assembly/inline-assets.ts';
import { resolveAssembly, type ResolvedAssembly } from '../assembly/resolve.ts';
import { partnerSandboxes } from '../partners/registry.ts';
import { startDynamoBackend, type DynamoBackend } from '../services/dynamodb/dynoxide-process.ts';
import { compiledWorker } from '../services/lambda/compiled-worker.ts';
import { functionLogs } from '../services/lambda/function-logs.ts';
import { mostOfOneFunction, poolSize } from '../services/lambda/pool-size.ts';
import { processRunner } from '../services/lambda/process-runner.ts';
import { createRegistry, type Registry } from '../services/registry.ts';
import type { EngineContext, HttpResponse, Json } from '../services/service.ts';
import { awsHost, callerOf, type Caller } from './aws-host.ts';
import { fileBlobs } from './blobs.ts';
import { movableClock, type MovableClock } from './clock.ts';
import { serveControl, type ControlParts } from './control.ts';
import { faultRules } from './faults.ts';
import { usageMeter, type Meter } from './meter.ts';
import { hostNeighbours } from './neighbours.ts';
import { partnerHost } from './partner-host.ts';
import { listenAll } from './listeners.ts';
import { defaultPorts, portRewrite, type CloudPorts } from './port-rewrite.ts';
import { systemRandom } from './random.ts';
import { clockScheduler } from './scheduler.ts';
import { sqliteStore } from './sqlite-store.ts';
import { StartProblem, takeStateFolder } from './state-folder.ts';

export interface LocalCloudOptions {
  /** A synthesized cloud assembly, e.g. `cdk.out/local`. */
  assembly: string;
  /** Everything durable; e.g. `.keyturn`. */
  stateFolder: string;
  fresh?: boolean;
  /** 0 takes a free one. Default: 4570, 4571, 4572. */
  ports?: Partial<CloudPorts>;
  /** Worker processes at once; default: as many as the memory bears, 8 to 24. */
  workers?: number;
  dynamo?: { binary?: string | undefined; endpoint?: string | undefined };
  log?: (message: string, facts?: Record<string, Json>) => void;
}

export interface LocalCloud {
  urls: { aws: string; api: string; partners: string };
  ports: CloudPorts;
  coverage: Coverage;
  resolved: ResolvedAssembly;
  clock: MovableClock;
  meter: Meter;
  registry: Registry;
  /** Invocations that run or wait for a process: none means that only time can move things. */
  invocationsUnderWay(): number;
  /** Ends every process and closes every port; the state stays. */
  stop(): Promise<void>;
}

const region = 'us-east-1';
const account = '000000000000';

/** Runs the templates of an assembly on this machine. Rejects with `StartProblem` where a person has something to put right. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const undo: (() => void | Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return await start(options, undo, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  options: LocalCloudOptions,
  undo: (() => void | Promise<void>)[],
  stop: () => Promise<void>,
): Promise<LocalCloud> {
  const log = options.log ?? (() => undefined);
  // Workers run elsewhere: a relative path would be another folder to them.
  const folder = takeStateFolder(resolve(options.stateFolder), options.fresh ?? false);
  undo.push(() => folder.release());
  mkdirSync(folder.blobsPath, { recursive: true });
  const listeners = await listenAll({ ...defaultPorts, ...options.ports });
  undo.push(async () => await listeners.close());
  const { ports, urls } = listeners;

  const { assembly, resolved } = readTemplates(options.assembly, ports, urls.aws);
  const store = sqliteStore(folder.storePath);
  undo.push(() => store.close());
  const clock = movableClock(folder.clockPath);
  const scheduler = clockScheduler(clock, (error) => log('a timer failed', { reason: String(error) }));
  undo.push(() => scheduler.stop());
  const faults = faultRules(systemRandom);
  const logs = functionLogs(folder.logsPath, (line) => registry.monitoring.logLine(line));
  const meter = usageMeter(() => ({
    stateTransitions: registry.states.transitions(),
    textractPages: registry.textract.pagesRead(),
  }));
  const runner = processRunner({
    limits: {
      all: options.workers ?? poolSize(totalmem()),
      ofOne: mostOfOneFunction(availableParallelism()),
    },
    region,
    awsEndpoint: urls.aws,
    clock,
    logs,
    compileCache: folder.compileCachePath,
    code: await compiledWorker(folder.compileCachePath),
    onInvoked: (invocation) => {
      meter.invocation(invocation);
      registry.monitoring.platform.invocation(invocation);
    },
  });
  clock.onMove((offsetMs) => {
    for (const worker of runner.pool.workers()) worker.moveClock(offsetMs);
    registry.dynamodb.clockMoved();
  });
  const findCaller = (appId: string): Caller | undefined => {
    const worker = runner.pool.find(appId);
    return (
      worker && {
        functionName: worker.config.name,
        invocationId: worker.requestId,
        kill: () => worker.kill(),
      }
    );
  };

  const backend = await dynamoBackend(folder.dynamoPath, options);
  undo.push(async () => await backend.stop());
  const context: EngineContext = {
    clock,
    random: systemRandom,
    scheduler,
    store,
    region,
    account,
    log,
    neighbours: hostNeighbours({
      service: (name) => registry.byName.get(name),
      lambda: () => registry.lambda.engine,
      publish: (entries) => {
        registry.monitoring.platform.heard(entries);
        registry.events.publish(entries);
      },
      meter,
      awsEndpoint: urls.aws,
      region,
      account,
    }),
  };
  const registry: Registry = createRegistry(context, {
    backend,
    blobs: fileBlobs(folder.blobsPath),
    run: runner.run,
    awsEndpoint: urls.aws,
    issuerUrl: `${urls.api}/_local/issuer`,
    principalOf: (request) => {
      const name = callerOf(request, { findCaller })?.functionName;
      return name === undefined ? undefined : `arn:aws:sts::${account}:assumed-role/${name}/${name}`;
    },
    onCapacity: ({ table, units, isWrite }, request) => {
      const caller = request === undefined ? undefined : callerOf(request, { findCaller });
      meter.capacity(table, units, isWrite, caller?.functionName);
    },
    onScanned: (bytes) => meter.scan(bytes),
    onAccess: (access) => {
      meter.request(access.status);
      registry.monitoring.platform.apiRequest({ name: access.apiName, stage: access.stage }, access);
      logs.add('api-access', JSON.stringify(access));
    },
  });
  // Taken back in reverse: services stop asking for functions before the processes end.
  undo.push(async () => await runner.pool.stop());
  undo.push(async () => {
    for (const service of registry.byName.values()) await service.stop?.();
  });

  const coverage = provision(registry, resolved, assembly);
  await registry.dynamodb.prepare();
  const partners = partnerHost(partnerSandboxes, context, { faults, urls });
  undo.push(async () => await partners.stop());
  for (const service of registry.byName.values()) service.start?.();
  partners.start();

  const control: ControlParts = { clock, faults, meter, logs, registry, partners, urls };
  listeners.serve({
    aws: awsHost({ services: registry.byName, faults, meter, findCaller }),
    refuseAws: (head) => registry.s3.refuseUpload(head),
    api: async (request): Promise<HttpResponse> =>
      request.url.pathname.startsWith('/_local/')
        ? await serveControl(request, control)
        : await registry.apigateway.serve(request),
    partners: async (request) => await partners.serve(request),
  });
  const invocationsUnderWay = () => runner.pool.underWay();
  return { urls, ports, coverage, resolved, clock, meter, registry, invocationsUnderWay, stop };
}

async function dynamoBackend(path: string, options: LocalCloudOptions): Promise<DynamoBackend> {
  try {
    return await startDynamoBackend(path, options.dynamo ?? {});
  } catch (error) {
    throw new StartProblem(error instanceof Error ? error.message : String(error));
  }
}

/** What the templates say, with the ports of this run in them. What cannot be read or resolved is the person's to put right. */
function readTemplates(
  folder: string,
  ports: CloudPorts,
  awsEndpoint: string,
): { assembly: Assembly; resolved: ResolvedAssembly } {
  try {
    const assembly = readAssembly(folder, portRewrite(ports));
    return { assembly, resolved: resolveAssembly(assembly, { region, account, awsEndpoint }) };
  } catch (error) {
    throw new StartProblem(error instanceof Error ? error.message : String(error));
  }
}

/** Hands every resource to the service that takes its type, and refuses to start where a function would miss something. */
function provision(registry: Registry, resolved: ResolvedAssembly, assembly: Assembly): Coverage {
  const takers = new Map(
    [...registry.byName.values()].flatMap((service) => service.types.map((type) => [type, service])),
  );
  const coverage = coverageOf(assembly, resolved, new Set(takers.keys()));
  if (coverage.unmetNeeds.length > 0) {
    throw new StartProblem(
      ['The templates need what the local cloud has not:', ...coverage.unmetNeeds].join('\n  '),
    );
  }
  for (const resource of resolved.resources)
    takers.get(resource.type)?.provision(inlineAssets(resource, assembly.assets));
  return coverage;
}
