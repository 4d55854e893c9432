import { expect, it } from 'vitest';
import { judgeSurvivors, mutantsOf } from '../../../tools/mutation/survivors.ts';

const source = 'const a = 1;\nreturn a <\n  b;\n';
const at = (line: number, column: number, endLine: number, endColumn: number) => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});
const report = JSON.stringify({
  files: {
    'a.ts': {
      source,
      mutants: [
        { status: 'Killed', replacement: '2', location: at(1, 11, 1, 12) },
        { status: 'Survived', replacement: 'a <= b', location: at(2, 8, 3, 4) },
        { status: 'NoCoverage', location: at(1, 1, 1, 13) },
      ],
    },
  },
});

it('tells a change by the text that it replaced, on one line', () => {
  expect(mutantsOf(report).map(({ line, was, becomes }) => [line, was, becomes])).toEqual([
    [1, '1', '2'],
    [2, 'a < b', 'a <= b'],
    [1, 'const a = 1;', ''],
  ]);
});

it('asks for an argument for each survivor, and for none that is killed', () => {
  const argued = [
    { file: 'a.ts', was: 'a < b', becomes: 'a <= b', why: 'equal ones are the same' },
    { file: 'a.ts', was: '1', becomes: '2', why: 'killed since' },
  ];
  const { counts, unargued, arguedNow, forgotten } = judgeSurvivors(mutantsOf(report), argued);
  expect(counts).toEqual({ Killed: 1, Survived: 1, NoCoverage: 1 });
  expect(unargued.map(({ was }) => was)).toEqual(['const a = 1;']);
  expect(arguedNow.map(({ was }) => was)).toEqual(['a < b']);
  expect(forgotten.map(({ was }) => was)).toEqual(['1']);
});
