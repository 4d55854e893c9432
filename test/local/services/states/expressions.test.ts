import { describe, expect, it } from 'vitest';
import { expressions } from '../../../../local/services/states/expressions.ts';
import { seededRandom } from '../../../../local/runtime/random.ts';
import type { Json } from '../../../../local/services/service.ts';

const clock = { now: () => Date.parse('2026-03-02T15:00:00Z') };
const evaluate = async (source: string, input: Json = null): Promise<unknown> =>
  await expressions(clock, seededRandom(7)).evaluate(`{% ${source} %}`, { states: { input } }, 'Output');

describe('JSONata as Step Functions has it', () => {
  it.each<[string, unknown]>([
    ['$partition([1..5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(1, 9, 4)', [1, 5, 9]],
    ['$range(3, 1, -1)', [3, 2, 1]],
    ["$hash('abc', 'SHA-256')", 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ["$hash('abc', 'MD5')", '900150983cd24fb0d6963f7d28e17f72'],
    ['$parse(\'{"a":[1]}\')', { a: [1] }],
    ['$random(7) = $random(7)', true],
    ['$random() < 1', true],
    ['$uuid() ~> $match(/^[0-9a-f]{8}-[0-9a-f]{4}-4/) ~> $count', 1],
    ['$now()', '2026-03-02T15:00:00.000Z'],
    ["$now('[Y0001]-[M01]-[D01]')", '2026-03-02'],
    ['$millis()', 1_772_463_600_000],
    ['[1,2,3][$ > 1]', [2, 3]],
    ['$map([1,2], function($v) { $v * 2 })', [2, 4]],
    ['null', null],
  ])('%s', async (source, expected) => {
    expect(await evaluate(source)).toEqual(expected);
  });

  it.each([
    "$eval('1')",
    "$hash('a', 'CRC')",
    "$parse('{')",
    '$range(1, 5, 0)',
    '$partition([1], 0)',
    '$nothing()',
    '$states.input.a',
    '1 + true',
    'function($x){$x}',
  ])('%s is a query evaluation error', async (source) => {
    await expect(evaluate(source)).rejects.toMatchObject({ error: 'States.QueryEvaluationError' });
  });

  it('a recursion without end is refused, not followed', async () => {
    await expect(evaluate('($f := function($n) { 1 + $f($n) }; $f(1))')).rejects.toMatchObject({
      error: 'States.QueryEvaluationError',
    });
  });

  it('templates keep what is no expression', async () => {
    const template = { a: ['{% $states.input.x %}', 'x {% 1 %}', 3, null, { b: true }] };
    const value = await expressions(clock, seededRandom(1)).evaluate(
      template,
      { states: { input: { x: 'y' } } },
      'Arguments',
    );
    expect(value).toEqual({ a: ['y', 'x {% 1 %}', 3, null, { b: true }] });
  });
});
