import { enableCompileCache } from 'node:module';

/**
 * Loaded before the function's code: `Date` shows the local cloud's clock. The offset lives on `globalThis` under this
 * symbol, where the worker's main file moves it.
 */
const key = Symbol.for('keyturn.local.clockOffsetMs');
const shared = globalThis as { [key: symbol]: number | undefined };
shared[key] = Number(process.env['KEYTURN_LOCAL_CLOCK_OFFSET_MS'] ?? 0);
delete process.env['KEYTURN_LOCAL_CLOCK_OFFSET_MS'];

// Compiled code of the bundle is kept between processes: a cold start takes a third less.
const cache = process.env['KEYTURN_LOCAL_COMPILE_CACHE'];
if (cache !== undefined) enableCompileCache(cache);
delete process.env['KEYTURN_LOCAL_COMPILE_CACHE'];

const MachineDate = Date;
const now = (): number => MachineDate.now() + (shared[key] ?? 0);

globalThis.Date = new Proxy(MachineDate, {
  construct: (target, parts: unknown[], newTarget) =>
    Reflect.construct(target, parts.length === 0 ? [now()] : parts, newTarget) as Date,
  apply: () => new MachineDate(now()).toString(),
  get: (target, property, receiver) =>
    property === 'now' ? now : (Reflect.get(target, property, receiver) as unknown),
});
