/** A PDF written by hand, object by object: for files that a library refuses to make. */
export interface RawObject {
  dictionary: string;
  stream?: Uint8Array;
}

/** Objects are numbered from 1; the first is the catalog. */
export function rawPdf(objects: readonly RawObject[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  const size = () => parts.reduce((sum, { length }) => sum + length, 0);
  objects.forEach(({ dictionary, stream }, index) => {
    offsets.push(size());
    const length = stream ? ` /Length ${stream.length}` : '';
    parts.push(Buffer.from(`${index + 1} 0 obj\n<< ${dictionary}${length} >>\n`, 'latin1'));
    if (stream) parts.push(Buffer.from('stream\n'), Buffer.from(stream), Buffer.from('\nendstream\n'));
    parts.push(Buffer.from('endobj\n'));
  });
  const start = size();
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${rows}`;
  parts.push(
    Buffer.from(
      `${table}trailer\n<< /Size ${count} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(parts);
}

export const CATALOG: RawObject = { dictionary: '/Type /Catalog /Pages 2 0 R' };

/** Pages of the same size, from object 3 on, each two objects: the page and its content. */
export function pageTree(count: number): RawObject {
  const kids = Array.from({ length: count }, (_, index) => `${3 + index * 2} 0 R`).join(' ');
  return { dictionary: `/Type /Pages /Count ${count} /Kids [${kids}]` };
}

/** @param size in points; letter paper unless told */
export function pageObject(
  contentNumber: number,
  resources = '',
  { widthPt, heightPt } = { widthPt: 612, heightPt: 792 },
): RawObject {
  const box = `/MediaBox [0 0 ${widthPt} ${heightPt}]`;
  return {
    dictionary: `/Type /Page /Parent 2 0 R ${box} /Contents ${contentNumber} 0 R /Resources << ${resources} >>`,
  };
}
