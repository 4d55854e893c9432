import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../../lambdas/documents/adapters/file-inspector.ts';
import { FILE_LIMITS } from '../../../../lambdas/documents/domain/file-limits.ts';
import { attackFiles } from '../../../../tools/samples/attacks.ts';
import { bankStatementPdf } from '../../../../tools/samples/bank-statement.ts';
import { CATALOG, pageObject, pageTree, rawPdf } from '../../../../tools/samples/raw-pdf.ts';
import { scanPngs } from '../../../../tools/samples/scan.ts';
import { AVERY_SAMPLE } from '../../../../tools/samples/scenario.ts';

const attacks = attackFiles();
const attack = (name: string) => attacks.find((file) => file.name === name)!;
const withContent = (dictionary: string, stream: Uint8Array) =>
  rawPdf([CATALOG, pageTree(1), pageObject(4), { dictionary, stream }]);
const picture = (width: number, height: number) =>
  `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8`;

describe('inspection of an uploaded file', () => {
  it('accepts a PDF and counts its pages', async () => {
    const found = await inspectFile(await bankStatementPdf(AVERY_SAMPLE), 'application/pdf');
    expect(found).toEqual({
      ok: true,
      kind: 'pdf',
      contentType: 'application/pdf',
      pageCount: 3,
      activeContent: [],
    });
  });

  it('accepts a scanned picture', async () => {
    const [png] = await scanPngs(await bankStatementPdf(AVERY_SAMPLE), {
      widthPx: 300,
      tiltDegrees: 0,
      noise: 0,
      seed: 1,
    });
    expect(await inspectFile(png!, 'image/png')).toMatchObject({ ok: true, kind: 'png', pageCount: 1 });
  });

  it.each([
    ['zip-bomb.pdf', 'expands-too-far'],
    ['encrypted.pdf', 'encrypted'],
    ['empty.pdf', 'empty-file'],
    ['picture-named.pdf', 'type-mismatch'],
    ['two-in-one.pdf', 'mixed-content'],
    ['photo.heic', 'heic-not-accepted'],
    ['pixel-bomb.png', 'picture-too-large'],
  ])('refuses %s as %s, with a sentence for the borrower', async (name, reason) => {
    const { bytes, declaredType } = attack(name);
    const found = await inspectFile(bytes, declaredType);
    expect(found).toMatchObject({ ok: false, reason });
    expect(found.ok ? '' : found.plainReason).toMatch(/\. .*\.$/);
  });

  it('flags a script whose name is written in escapes, and opens the file', async () => {
    const { bytes } = attack('script.pdf');
    expect(await inspectFile(bytes, 'application/pdf')).toMatchObject({
      ok: true,
      activeContent: ['javascript'],
    });
  });

  it.each([
    [
      'a picture that states more pixels than its data could hold',
      withContent(picture(40_000, 40_000), Buffer.alloc(10)),
      'picture-too-large',
    ],
    [
      'a picture whose data unpacks to far more than it states',
      withContent(`${picture(10, 10)} /Filter /FlateDecode`, deflateSync(Buffer.alloc(5_000_000))),
      'expands-too-far',
    ],
    [
      'an inline picture beyond the pixel limit',
      withContent('', Buffer.from('BI /W 90000 /H 90000 /BPC 8 ID xx EI')),
      'picture-too-large',
    ],
    [
      'filters nested too deep',
      withContent('/Filter [/AHx /AHx /AHx /AHx /AHx]', Buffer.from('00')),
      'too-complex',
    ],
    ['bytes of no document', Buffer.from('hello, I am a text file'), 'corrupt'],
    [
      'a header that comes after other bytes',
      Buffer.concat([Buffer.from('GIF89a'), withContent('', Buffer.from('q Q'))]),
      'mixed-content',
    ],
    ['a cut-off file', Buffer.from('%PDF-1.7\n'), 'corrupt'],
  ])('refuses a PDF with %s', async (_, bytes, reason) => {
    expect(await inspectFile(bytes, 'application/pdf')).toMatchObject({ ok: false, reason });
  });

  it('refuses more pages and more bytes than the limits', async () => {
    const pdf = await bankStatementPdf(AVERY_SAMPLE);
    const few = { ...FILE_LIMITS, maxPages: 2 as 300 };
    const small = { ...FILE_LIMITS, maxBytes: 100 as typeof FILE_LIMITS.maxBytes };
    expect(await inspectFile(pdf, 'application/pdf', few)).toMatchObject({ reason: 'too-many-pages' });
    expect(await inspectFile(pdf, 'application/pdf', small)).toMatchObject({ reason: 'too-large' });
  });

  it('counts objects before it looks into them', async () => {
    const many = Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      Buffer.from('1 0 obj endobj\n'.repeat(FILE_LIMITS.pdf.maxObjects + 1)),
    ]);
    expect(await inspectFile(many, 'application/pdf')).toMatchObject({ reason: 'too-complex' });
  });
});
