import { describe, expect, it } from 'vitest';
import { taskInspectFile } from '../../../../lambdas/documents/handlers/task-inspect-file.ts';
import { attackFiles } from '../../../../tools/samples/attacks.ts';
import { payStubPdf } from '../../../../tools/samples/pay-stub.ts';
import { AVERY_SAMPLE } from '../../../../tools/samples/scenario.ts';
import { scanPdf } from '../../../../tools/samples/scan.ts';
import { received, step } from './stage.ts';

const stub = Buffer.from(await payStubPdf(AVERY_SAMPLE));

describe('inspecting', () => {
  it('takes the text that a PDF carries itself and leaves nothing to read', async () => {
    const deps = await received(stub);
    expect(await taskInspectFile(step, deps)).toEqual({ outcome: 'READABLE', ranges: [] });
    const { pages, pageCount } = await deps.readings.inspected();
    expect([pages.length, pageCount, pages[0]?.engine]).toEqual([1, 1, 'text-layer']);
    expect(pages[0]?.words.map(({ text }) => text)).toContain('Avery');
  });

  it('leaves the page of a scan to be read', { timeout: 30_000 }, async () => {
    const deps = await received(await scanPdf(stub));
    expect(await taskInspectFile(step, deps)).toEqual({ outcome: 'READABLE', ranges: [{ pages: [1] }] });
  });

  const attacks = attackFiles();
  it.each([
    ['zip-bomb.pdf', 'expands-too-far'],
    ['encrypted.pdf', 'encrypted'],
    ['empty.pdf', 'empty-file'],
    ['picture-named.pdf', 'type-mismatch'],
    ['photo.heic', 'heic-not-accepted'],
  ])('refuses %s as %s', async (name, refusal) => {
    const file = attacks.find((attack) => attack.name === name);
    const deps = await received(file?.bytes ?? Buffer.from('the sample is gone'));
    expect(await taskInspectFile(step, deps)).toEqual({ outcome: 'REFUSED', refusal });
    expect(deps.store.json.size).toBe(0);
  });

  it('does not open the file of a document that ended', async () => {
    const deps = await received(stub, { state: 'QUARANTINED' });
    expect(await taskInspectFile(step, deps)).toEqual({ outcome: 'ENDED' });
  });

  it('finds and keeps the same when the step runs again', async () => {
    const deps = await received(stub);
    const first = await taskInspectFile(step, deps);
    const kept = await deps.readings.inspected();
    expect(await taskInspectFile(step, deps)).toEqual(first);
    expect(await deps.readings.inspected()).toEqual(kept);
    expect(deps.store.json.size).toBe(1);
  });
});
