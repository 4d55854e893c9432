import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnOf, upright } from '../../../../lambdas/documents/domain/page-turn.ts';

const at = (X: number, Y: number) => ({ X, Y });

describe('how a page must be turned to be read', () => {
  it.each([
    ['runs to the right', [at(0.1, 0.1), at(0.5, 0.1)], 0],
    ['runs up the page', [at(0.1, 0.9), at(0.1, 0.5)], 90],
    ['stands on its head', [at(0.9, 0.9), at(0.5, 0.9)], 180],
    ['runs down the page', [at(0.9, 0.1), at(0.9, 0.5)], 270],
  ] as const)('text that %s', (_, outline, turn) => {
    expect(turnOf([outline])).toBe(turn);
  });

  it('is decided by most of the words, and words without an outline do not vote', () => {
    expect(
      turnOf([[at(0, 0), at(1, 0)], [at(0, 1), at(0, 0)], [at(0, 1), at(0, 0)], [], [at(0, 0), at(0, 0)]]),
    ).toBe(90);
    expect(turnOf([])).toBe(0);
  });

  it('and turned the rest of the way round, every box is back where it was', () => {
    const share = fc.double({ min: 0, max: 0.5, noNaN: true });
    const box = fc.record({ left: share, top: share, width: share, height: share });
    fc.assert(
      fc.property(
        box,
        fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
        (before, turn) => {
          const rest = ((360 - turn) % 360) as typeof turn;
          const after = upright(upright(before, turn), rest);
          for (const side of ['left', 'top', 'width', 'height'] as const)
            expect(after[side]).toBeCloseTo(before[side], 9);
        },
      ),
    );
  });
});
