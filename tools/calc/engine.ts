import type * as z from 'zod';

/** One answer: the figures as JSON, and the lines that lead to them, each with its citation. */
export interface Answer {
  result: unknown;
  derivation: readonly string[];
}

/** A rule engine as a command: what it takes, an example that runs, and how it answers. */
export interface Engine {
  name: string;
  summary: string;
  input: z.ZodType;
  example: unknown;
  /** @throws a ZodError with each thing wrong, or the engine's own refusal */
  answer: (raw: unknown) => Answer;
}

interface Definition<S extends z.ZodType, R> {
  name: string;
  summary: string;
  input: S;
  example: z.input<S>;
  /** The function that the Lambdas call. */
  run: (input: z.output<S>) => R;
  explain: (input: z.output<S>, result: R) => readonly string[];
}

export function defineEngine<S extends z.ZodType, R>(definition: Definition<S, R>): Engine {
  const { name, summary, input, example, run, explain } = definition;
  const answer = (raw: unknown): Answer => {
    const parsed = input.parse(raw);
    const result = run(parsed);
    return { result, derivation: explain(parsed, result) };
  };
  return { name, summary, input, example, answer };
}
