/** The seams between the local cloud's engines, its HTTP host and its clock. Nothing here knows a service. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Epoch milliseconds of the local cloud; `/_local/clock` moves it for every service and worker at once. */
export interface Clock {
  now(): number;
}

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  bytes(length: number): Uint8Array;
  /** UUID v4. */
  uuid(): string;
}

export interface Timer {
  cancel(): void;
}

/** Runs work at an instant of the local clock; instants already past run at once. Timers do not survive a restart: engines re-arm from their store in `start`. */
export interface Scheduler {
  at(epochMs: number, run: () => void | Promise<void>): Timer;
}

/** Durable, ordered, synchronous key-value collections; `memoryStore` and `sqliteStore` share one contract suite. */
export interface Store {
  get<T>(collection: string, key: string): T | undefined;
  put(collection: string, key: string, value: unknown): void;
  delete(collection: string, key: string): void;
  /** Entries in ascending key order; `prefix` filters, `after` is exclusive. */
  list<T>(
    collection: string,
    options?: { prefix?: string; after?: string; limit?: number },
  ): [key: string, value: T][];
  /** All puts and deletes inside happen or none does. Nests by joining the outer one. */
  transaction<T>(work: () => T): T;
}

/** Large bodies (S3 objects); ids are chosen by the caller and never reused. */
export interface Blobs {
  put(id: string, body: Uint8Array): Promise<void>;
  get(id: string): Promise<Uint8Array>;
  delete(id: string): Promise<void>;
}

export interface HttpRequest {
  method: string;
  /** Absolute; path and query exactly as received (still percent-encoded). */
  url: URL;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Uint8Array;
}

export interface HttpResponse {
  status: number;
  headers?: Record<string, string>;
  body?: Uint8Array | string;
}

/** One resource of the synthesized templates, intrinsics resolved. */
export interface ResolvedResource {
  stack: string;
  logicalId: string;
  /** e.g. `AWS::SQS::Queue` */
  type: string;
  properties: Record<string, Json>;
  /** What `Ref` gives, in CloudFormation's own form (queue URL, bucket name, function name, machine ARN ...). */
  ref: string;
  /** What `Fn::GetAtt` gives. */
  attributes: Record<string, string>;
}

export interface InvokeOutcome {
  /** Parsed payload of the function's reply, or the error object `{errorType, errorMessage, trace}`. */
  payload: Json;
  /** As Lambda's X-Amz-Function-Error: absent on success. Time-outs carry errorType `Sandbox.Timedout`. */
  functionError?: 'Unhandled';
}

export interface EventEntry {
  source: string;
  detailType: string;
  detail: Json;
  busName: string;
  resources?: string[];
  timeEpochMs?: number;
}

/** What an engine may ask of its neighbours; the host wires it, tests fake it. */
export interface Neighbours {
  /** Synchronous invocation; rejects only where Lambda itself would fail (unknown function, throttled). */
  invoke(functionArn: string, payload: Json): Promise<InvokeOutcome>;
  /** Delivers to any target ARN an EventBridge rule or a schedule may have: SQS, Lambda, Step Functions, event bus. Rejects when it could not be delivered. */
  deliver(targetArn: string, payload: Json): Promise<void>;
  putEvents(entries: EventEntry[]): Promise<void>;
  /** An SDK-style call in the service's own request and reply shapes: `call('dynamodb', 'UpdateItem', {...})`. Rejects with an AwsError. */
  call(service: string, action: string, input: Json): Promise<Json>;
}

/** An error as the AWS API would name it; shells turn it into the protocol's error reply. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
  }
}

/** What every engine is given; nothing else reaches it. */
export interface EngineContext {
  clock: Clock;
  random: Random;
  scheduler: Scheduler;
  store: Store;
  neighbours: Neighbours;
  /** Always `us-east-1` / `000000000000` locally; in ARNs. */
  region: string;
  account: string;
  /** Structured line for the operator's console; never payloads. */
  log(message: string, facts?: Record<string, Json>): void;
}

/** A service as the host sees it: found by the SigV4 credential scope's service name (`sqs`, `s3`, `states`, `events`, `scheduler`, `kms`, ...). */
export interface LocalService {
  readonly name: string;
  /** The CloudFormation types that `provision` takes. */
  readonly types: readonly string[];
  /** Creates or updates what a template declares; the same input twice changes nothing. */
  provision(resource: ResolvedResource): void;
  /** The service's own wire protocol (AWS JSON 1.0/1.1, REST-JSON, REST-XML, query). */
  handle(request: HttpRequest): Promise<HttpResponse>;
  /** Re-arms timers from the store; called once, after all resources are provisioned. */
  start?(): void;
  stop?(): Promise<void>;
}
