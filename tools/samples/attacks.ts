/** Files that must be refused, each small on disk. They hold no person's data. */
import { deflateSync } from 'node:zlib';
import { CATALOG, pageObject, pageTree, rawPdf } from './raw-pdf.ts';

/** In two halves, so that no scanner takes this source for the test virus that it describes (eicar.org). */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const UNPACKED_BYTES = 128 * 1024 * 1024;

export interface AttackFile {
  name: string;
  declaredType: string;
  bytes: Uint8Array;
}

export function attackFiles(): AttackFile[] {
  const pdf = (name: string, bytes: Uint8Array) => ({ name, declaredType: 'application/pdf', bytes });
  return [
    pdf('eicar.pdf', infectedPdf()),
    pdf('zip-bomb.pdf', zipBomb()),
    pdf('encrypted.pdf', encryptedPdf()),
    pdf('empty.pdf', new Uint8Array()),
    pdf('picture-named.pdf', onePixelPng()),
    pdf('two-in-one.pdf', Buffer.concat([plainPdf(), Buffer.from('PK\x03\x04archive', 'latin1')])),
    pdf('script.pdf', scriptPdf()),
    { name: 'photo.heic', declaredType: 'image/heic', bytes: heicHeader() },
    { name: 'pixel-bomb.png', declaredType: 'image/png', bytes: pixelBomb() },
  ];
}

const CONTENT = Buffer.from('q Q');

function plainPdf(): Buffer {
  return rawPdf([CATALOG, pageTree(1), pageObject(4), { dictionary: '', stream: CONTENT }]);
}

/** The test virus as a stream of the PDF, where a scanner must look. */
function infectedPdf(): Buffer {
  return rawPdf([
    CATALOG,
    pageTree(1),
    pageObject(4),
    { dictionary: '', stream: CONTENT },
    { dictionary: '/Type /EmbeddedFile', stream: Buffer.from(EICAR) },
  ]);
}

/** 128 MB of blanks, deflated twice: about a kilobyte. */
function zipBomb(): Buffer {
  const once = deflateSync(Buffer.alloc(UNPACKED_BYTES, 0x20), { level: 9 });
  const twice = deflateSync(once, { level: 9 });
  return rawPdf([
    CATALOG,
    pageTree(1),
    pageObject(4),
    { dictionary: '/Filter [/FlateDecode /FlateDecode]', stream: twice },
  ]);
}

/** Standard security handler with keys that no password gives. */
function encryptedPdf(): Buffer {
  const nobody = '<000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F>';
  const lock = { dictionary: `/Filter /Standard /V 1 /R 2 /P -4 /O ${nobody} /U ${nobody}` };
  const trailer =
    '/Encrypt 5 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]';
  return rawPdf([CATALOG, pageTree(1), pageObject(4), { dictionary: '', stream: CONTENT }, lock], trailer);
}

/** Opens, but wants to run a script when it does: accepted and flagged. */
function scriptPdf(): Buffer {
  const catalog = {
    dictionary: `${CATALOG.dictionary} /OpenAction << /S /J#61vaScript /JS (app.alert\\(1\\)) >>`,
  };
  return rawPdf([catalog, pageTree(1), pageObject(4), { dictionary: '', stream: CONTENT }]);
}

function onePixelPng(): Buffer {
  return Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTlvKQAAAABJRU5ErkJggg==',
    'base64',
  );
}

/** The one-pixel picture with a header that promises 60,000 by 60,000. */
function pixelBomb(): Buffer {
  const png = onePixelPng();
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  return png;
}

function heicHeader(): Buffer {
  return Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
    Buffer.alloc(64),
  ]);
}
