import { describe, expect, it } from 'vitest';
import { judgeTextLayer } from '../../../../lambdas/documents/domain/text-layer-trust.ts';

const words = (texts: readonly string[], top = 0.5) =>
  texts.map((text, index) => ({
    text,
    confidence: 100,
    box: { left: 0.1, top: top + index * 0.001, width: 0.05, height: 0.01 },
  }));
const statement = Array.from(
  { length: 20 },
  (_, index) => ['Gross', 'earnings', 'this', 'period', '3,200.00'][index % 5] ?? '',
);

describe('whether a text layer may be read', () => {
  it.each([
    ['plain text', words(statement), 0, 'good'],
    ['nothing', [], 0, 'absent'],
    ["only a browser's header", words(['https://bank.example', '1/5', 'Statement'], 0.01), 0, 'absent'],
    ['a few words on a picture', words(['Scanned', 'by', 'Example']), 0, 'suspect'],
    ['characters that no font maps', words(statement), 40, 'suspect'],
    ['private characters', words(statement.map(() => '\uE001\uE002\uE003')), 0, 'suspect'],
    ['letters shifted by a wrong map', words(statement.map(() => 'GWSPR')), 0, 'suspect'],
    ['figures alone', words(statement.map(() => '3,200.00')), 0, 'good'],
  ])('%s', (_, found, unmapped, trust) => {
    expect(judgeTextLayer(found, unmapped)).toBe(trust);
  });
});
