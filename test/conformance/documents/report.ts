import type { Score } from './score.ts';

export interface Rate {
  right: number;
  wrong: number;
  abstained: number;
  accepted: number;
  share: number;
}

export function rate(scores: readonly Score[]): Rate {
  const count = (outcome: Score['outcome']): number =>
    scores.filter((score) => score.outcome === outcome).length;
  const right = count('right');
  return {
    right,
    wrong: count('wrong'),
    abstained: count('abstained'),
    accepted: scores.filter((score) => score.accepted && score.outcome === 'right').length,
    share: scores.length === 0 ? 1 : right / scores.length,
  };
}

export function acceptedButWrong(scores: readonly Score[]): string[] {
  return scores
    .filter((score) => score.accepted && score.outcome === 'wrong')
    .map(
      (score) =>
        `${score.file} p${score.page} ${score.name}: read "${score.read}", the page shows "${score.expected}"`,
    );
}

/** A table of rates by any property of the scores. */
export function tableBy(scores: readonly Score[], title: string, key: (score: Score) => string): string {
  const keys = [...new Set(scores.map(key))].sort();
  const lines = keys.map((name) => {
    const { right, wrong, abstained, accepted, share } = rate(scores.filter((score) => key(score) === name));
    return `  ${name.padEnd(52)} ${`${right}`.padStart(4)} right ${`${accepted}`.padStart(4)} of them accepted ${`${wrong}`.padStart(3)} wrong ${`${abstained}`.padStart(3)} abstained  ${(share * 100).toFixed(1).padStart(5)} %`;
  });
  return [title, ...lines].join('\n');
}
