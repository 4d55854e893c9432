import type { Invocation } from '../services/lambda/process-runner.ts';

export interface MeterReading {
  /** `<service>:<operation>` -> calls. */
  calls: Record<string, number>;
  /** The same by the function that made the calls. */
  callsByFunction: Record<string, Record<string, number>>;
  dynamodb: {
    readUnits: number;
    writeUnits: number;
    byTable: Record<string, { readUnits: number; writeUnits: number }>;
    byFunction: Record<string, { readUnits: number; writeUnits: number }>;
  };
  lambda: Record<
    string,
    { invocations: number; failures: number; durationMs: number; gigabyteSeconds: number }
  >;
  api: { requests: number; byStatus: Record<string, number> };
  stateTransitions: number;
  textractPages: Record<string, number>;
  /** Entries of PutEvents from outside the host: what EventBridge bills, up to ten a call. */
  busEvents: number;
  scans: { objects: number; bytes: number };
}

export interface Meter {
  call(service: string, operation: string, functionName: string | undefined): void;
  capacity(table: string, units: number, isWrite: boolean, functionName: string | undefined): void;
  invocation(invocation: Invocation): void;
  request(status: number): void;
  busEvents(count: number): void;
  scan(bytes: number): void;
  reading(): MeterReading;
  reset(): void;
}

/** What services count themselves, over all time. */
export type OwnCounts = () => { stateTransitions: number; textractPages: Readonly<Record<string, number>> };

/** Counts what AWS would bill, since the start or the last reset. */
export function usageMeter(ownCounts: OwnCounts): Meter {
  let now = emptyReading();
  let before = { stateTransitions: 0, textractPages: {} as Readonly<Record<string, number>> };
  return {
    call: (service, operation, functionName) => {
      const name = `${service}:${operation}`;
      now.calls[name] = (now.calls[name] ?? 0) + 1;
      if (functionName === undefined) return;
      const own = (now.callsByFunction[functionName] ??= {});
      own[name] = (own[name] ?? 0) + 1;
    },
    capacity: (table, units, isWrite, functionName) => {
      const uses = [now.dynamodb, (now.dynamodb.byTable[table] ??= { readUnits: 0, writeUnits: 0 })];
      if (functionName !== undefined)
        uses.push((now.dynamodb.byFunction[functionName] ??= { readUnits: 0, writeUnits: 0 }));
      for (const use of uses) use[isWrite ? 'writeUnits' : 'readUnits'] += units;
    },
    invocation: ({ functionName, durationMs, memoryMb, failed }) => {
      const use = (now.lambda[functionName] ??= {
        invocations: 0,
        failures: 0,
        durationMs: 0,
        gigabyteSeconds: 0,
      });
      use.invocations += 1;
      use.failures += failed ? 1 : 0;
      use.durationMs += durationMs;
      use.gigabyteSeconds += (durationMs / 1000) * (memoryMb / 1024);
    },
    request: (status) => {
      now.api.requests += 1;
      now.api.byStatus[status] = (now.api.byStatus[status] ?? 0) + 1;
    },
    busEvents: (count) => {
      now.busEvents += count;
    },
    scan: (bytes) => {
      now.scans.objects += 1;
      now.scans.bytes += bytes;
    },
    reading: () => {
      const { stateTransitions, textractPages } = ownCounts();
      const pages = Object.entries(textractPages).map(([name, count]): [string, number] => [
        name,
        count - (before.textractPages[name] ?? 0),
      ]);
      return structuredClone({
        ...now,
        stateTransitions: stateTransitions - before.stateTransitions,
        textractPages: Object.fromEntries(pages),
      });
    },
    reset: () => {
      now = emptyReading();
      before = structuredClone(ownCounts());
    },
  };
}

function emptyReading(): MeterReading {
  return {
    calls: {},
    callsByFunction: {},
    dynamodb: { readUnits: 0, writeUnits: 0, byTable: {}, byFunction: {} },
    lambda: {},
    api: { requests: 0, byStatus: {} },
    stateTransitions: 0,
    textractPages: {},
    busEvents: 0,
    scans: { objects: 0, bytes: 0 },
  };
}
