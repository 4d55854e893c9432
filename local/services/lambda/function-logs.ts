import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Lines kept in memory for each function; the files keep all. */
const KEPT_LINES = 1000;

export interface FunctionLogs {
  add(functionName: string, line: string): void;
  /** Newest last. */
  lines(functionName: string): string[];
  functions(): string[];
}

/** Takes a line that may hold metrics in CloudWatch's embedded format. */
export type MetricsSink = (line: string) => void;

/** Keeps what functions write, in memory and (with a folder) in `<folder>/<function>.log`; lines with embedded metrics also go to `onMetrics`. */
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
      if (line.includes('"_aws"')) onMetrics(line);
    },
    lines: (name) => kept.get(name) ?? [],
    functions: () => [...kept.keys()].sort(),
  };
}
