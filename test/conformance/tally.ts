/** Counts how a published file fared and prints it once: agreed, disagreed and not applicable, with reasons. */
export class Tally {
  private readonly file: string;
  private agreed = 0;
  private readonly disagreements: string[] = [];
  private readonly argued: string[] = [];
  private readonly notApplicable = new Map<string, number>();

  constructor(file: string) {
    this.file = file;
  }

  /** Compares by value; `what` names the row. */
  check(what: string, ours: unknown, published: unknown): void {
    if (JSON.stringify(ours) === JSON.stringify(published)) this.agreed += 1;
    else
      this.disagreements.push(
        `${what}: ours ${JSON.stringify(ours)}, published ${JSON.stringify(published)}`,
      );
  }

  /** A row where ours is held to be right against the published one, with the argument. */
  argue(what: string, ours: unknown, published: unknown, argument: string): void {
    if (JSON.stringify(ours) === JSON.stringify(published)) this.agreed += 1;
    else
      this.argued.push(
        `${what}: ours ${JSON.stringify(ours)}, published ${JSON.stringify(published)}: ${argument}`,
      );
  }

  skip(reason: string, count = 1): void {
    this.notApplicable.set(reason, (this.notApplicable.get(reason) ?? 0) + count);
  }

  /** Prints the account and returns it; `disagreed` holds those that no argument covers. */
  report(): { agreed: number; disagreed: string[]; notApplicable: number } {
    const skipped = [...this.notApplicable.values()].reduce((sum, count) => sum + count, 0);
    const wrong = this.disagreements.length + this.argued.length;
    const head = `${this.file}: ${this.agreed} agreed, ${wrong} disagreed, ${skipped} not applicable`;
    const reasons = [...this.notApplicable].map(
      ([reason, count]) => `    not applicable (${count}): ${reason}`,
    );
    const lines = this.disagreements.map((line) => `    disagreed: ${line}`);
    const argued = this.argued.map((line) => `    disagreed, argued: ${line}`);
    console.log([head, ...lines, ...argued, ...reasons].join('\n'));
    return { agreed: this.agreed, disagreed: this.disagreements, notApplicable: skipped };
  }
}
