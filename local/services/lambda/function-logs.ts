import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../service.ts';

/** Lines kept in memory for each function; the files keep all. */
const KEPT_LINES = 1000;

export interface FunctionLogs {
  add(functionName: string, line: string): void;
  /** Newest last. */
  lines(functionName: string): string[];
  functions(): string[];
}

export type MetricsSink = (functionName: string, embedded: { [key: string]: Json }) => void;

/** Keeps what functions write, in memory and (with a folder) in `<folder>/<function>.log`; embedded-metric lines also go to `onMetrics`. */
export function functionLogs(folder: string | undefined, onMetrics: MetricsSink): FunctionLogs {
  const kept = new Map<string, string[]>();
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  return {
    add: (name, line) => {
      const lines = kept.get(name) ?? [];
      kept.set(name, lines);
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      if (folder !== undefined)
        appendFileSync(join(folder, `${name.replaceAll(/[^\w.-]/g, '_')}.log`), `${line}\n`);
      const embedded = line.includes('"_aws"') ? parsed(line) : undefined;
      if (embedded !== undefined) onMetrics(name, embedded);
    },
    lines: (name) => kept.get(name) ?? [],
    functions: () => [...kept.keys()].sort(),
  };
}

function parsed(line: string): { [key: string]: Json } | undefined {
  try {
    const value = JSON.parse(line) as Json;
    return value !== null && typeof value === 'object' && !Array.isArray(value) && '_aws' in value
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}
