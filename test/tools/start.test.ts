import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const state = mkdtempSync(join(tmpdir(), 'start-'));
afterAll(() => rmSync(state, { recursive: true, force: true }));

const start = (...args: string[]): Promise<{ code: unknown; said: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['tools/start.ts', ...args], (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, said: stdout + stderr });
    });
  });

describe('npm start', () => {
  it('shows nothing of a cloud that answered on its port before: that one is not its own', async () => {
    const other = createServer((_, reply) => reply.end('{}')).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const places = ['--state', state, '--assembly', join(state, 'none')];
    const { code, said } = await start('--port', String(port - 1), ...places);
    other.close();
    expect(code).toBe(1);
    expect(said).not.toMatch(/sample users/i);
  });

  it('answers an option that it does not know with its usage, not with a trace', async () => {
    const { code, said } = await start('--frsh');
    expect(code).toBe(1);
    expect(said).toContain("Unknown option '--frsh'");
    expect(said).toContain('--fresh         forget everything first');
    expect(said).not.toContain('    at ');
  });
});
