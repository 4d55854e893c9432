import { spawn } from 'node:child_process';

export interface Ran {
  code: number;
  output: string;
  lastLine: string;
}

/** Runs a command to its end, or ends it and everything it started after `withinSeconds`. A command that is not there has code 127. */
export function run(
  command: string,
  args: readonly string[],
  {
    cwd,
    env,
    withinSeconds,
  }: { cwd?: string; env?: Record<string, string | undefined>; withinSeconds: number },
): Promise<Ran> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer = setTimeout(() => {
      output += `\nended after ${withinSeconds} s`;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, withinSeconds * 1000);
    const end = (code: number) => {
      clearTimeout(timer);
      resolve({ code, output, lastLine: output.trim().split('\n').at(-1) ?? '' });
    };
    child.on('error', (error) => {
      output += error.message;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}
