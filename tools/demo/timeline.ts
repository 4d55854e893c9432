/** The demo's voice: one line per thing that happened, with the time since the start and who did it. */
export interface Timeline {
  chapter(title: string): void;
  say(who: string, what: string, detail?: string): void;
  /** A line below the last one, for what belongs to it. */
  more(text: string): void;
  elapsedSeconds(): number;
}

const colours = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
const paint = (code: number, text: string): string => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);

const colourOf: Record<string, number> = {
  borrower: 36,
  officer: 34,
  processor: 34,
  underwriter: 34,
  compliance: 35,
  keyturn: 32,
  partner: 33,
  attacker: 31,
};

export function timeline(write: (line: string) => void = console.log): Timeline {
  const started = performance.now();
  const elapsedSeconds = () => (performance.now() - started) / 1000;
  const stamp = () =>
    `${String(Math.floor(elapsedSeconds() / 60)).padStart(2, '0')}:${(elapsedSeconds() % 60).toFixed(1).padStart(4, '0')}`;
  return {
    elapsedSeconds,
    chapter: (title) => write(`\n${paint(1, `── ${title} ${'─'.repeat(Math.max(0, 72 - title.length))}`)}`),
    say: (who, what, detail) =>
      write(
        `${paint(2, stamp())}  ${paint(colourOf[who] ?? 0, who.padEnd(11))} ${what}${detail === undefined ? '' : paint(2, `  ${detail}`)}`,
      ),
    more: (text) => write(`${' '.repeat(21)}${paint(2, text)}`),
  };
}

export const dollars = (cents: number): string =>
  `$${(cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
