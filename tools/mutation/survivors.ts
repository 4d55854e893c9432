import * as z from 'zod';

/** A change that stands in the report, by the text it replaced. */
export interface Mutant {
  file: string;
  line: number;
  status: string;
  was: string;
  becomes: string;
}

/** Why no test can notice a change, or why none should. */
export interface Argued {
  file: string;
  was: string;
  becomes: string;
  why: string;
}

const PlaceSchema = z.looseObject({ line: z.int(), column: z.int() });

/** The part of https://github.com/stryker-mutator/mutation-testing-elements (report schema 2) that is read here. */
const ReportSchema = z.looseObject({
  files: z.record(
    z.string(),
    z.looseObject({
      source: z.string(),
      mutants: z.array(
        z.looseObject({
          status: z.string(),
          replacement: z.string().default(''),
          location: z.looseObject({ start: PlaceSchema, end: PlaceSchema }),
        }),
      ),
    }),
  ),
});

/** Every mutant of a JSON report. */
export function mutantsOf(report: string): Mutant[] {
  const { files } = ReportSchema.parse(JSON.parse(report));
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants.map(({ status, replacement, location: { start, end } }) => ({
      file,
      line: start.line,
      status,
      was: oneLine(passage(lines, start, end)),
      becomes: oneLine(replacement),
    }));
  });
}

/** Survivors with and without an argument; `forgotten` are arguments for what is killed by now. */
export function judgeSurvivors(mutants: readonly Mutant[], argued: readonly Argued[]) {
  const counts: Record<string, number> = {};
  for (const { status } of mutants) counts[status] = (counts[status] ?? 0) + 1;
  const survivors = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const isSame = (one: Argued, { file, was, becomes }: Mutant) =>
    one.file === file && one.was === was && one.becomes === becomes;
  return {
    counts,
    unargued: survivors.filter((mutant) => !argued.some((one) => isSame(one, mutant))),
    arguedNow: survivors.filter((mutant) => argued.some((one) => isSame(one, mutant))),
    forgotten: argued.filter((one) => !survivors.some((mutant) => isSame(one, mutant))),
  };
}

type Place = z.output<typeof PlaceSchema>;

/** Lines and columns count from 1; the end's column is the first that is not in it. */
function passage(lines: readonly string[], start: Place, end: Place): string {
  const taken = lines.slice(start.line - 1, end.line);
  const last = taken.length - 1;
  return taken
    .map((line, index) =>
      line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined),
    )
    .join('\n');
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
