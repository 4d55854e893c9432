/** What a queue's name says of it: `loans-need-reminder` holds messages, `outbox-entities-changed-replay` places in a stream. */
export function queueManners(name: string): { holds: 'messages' | 'positions'; runbook: string } {
  return {
    holds: name.endsWith('-replay') ? 'positions' : 'messages',
    runbook: `docs/runbooks/${name.replace('-', '-on-')}-dead-letters.md`,
  };
}
