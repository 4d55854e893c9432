import { heap } from './heap.ts';
import type { Message } from './message.ts';

interface Hidden {
  seq: number;
  at: number;
}

export interface Counts {
  visible: number;
  inFlight: number;
  delayed: number;
}

/** The messages of one queue in memory, in order and by visibility. It holds no rule of SQS and stores nothing. */
export class Backlog {
  readonly messages = new Map<number, Message>();
  #ready: number[] = [];
  #head = 0;
  readonly #readySet = new Set<number>();
  readonly #hidden = heap<Hidden>(({ at }) => at);
  #nextSeq = 1;

  /** Ascending across restarts of an empty queue too, because it never falls behind the clock. */
  takeSeq(now: number): number {
    this.#nextSeq = Math.max(this.#nextSeq, now * 1000);
    return this.#nextSeq++;
  }

  add(message: Message, now: number): void {
    this.#nextSeq = Math.max(this.#nextSeq, message.seq + 1);
    this.messages.set(message.seq, message);
    if (message.visibleAt > now) this.#hidden.push({ seq: message.seq, at: message.visibleAt });
    else this.#makeReady(message.seq);
  }

  remove(seq: number): void {
    this.messages.delete(seq);
    this.#readySet.delete(seq);
  }

  /** Takes it out of the ready ones until `rehide`. */
  hold(seq: number): void {
    this.#readySet.delete(seq);
  }

  /** Call after `visibleAt` changed. */
  rehide(message: Message, now: number): void {
    if (message.visibleAt <= now) {
      this.#makeReady(message.seq);
      return;
    }
    this.#readySet.delete(message.seq);
    this.#hidden.push({ seq: message.seq, at: message.visibleAt });
  }

  /** Messages whose time to be visible has come since the last call; they are ready now. */
  wake(now: number): Message[] {
    const woken: Message[] = [];
    for (let next = this.#nextHidden(); next !== undefined && next.at <= now; next = this.#nextHidden()) {
      this.#hidden.pop();
      this.#makeReady(next.seq);
      woken.push(this.messages.get(next.seq)!);
    }
    return woken;
  }

  nextWakeAt(): number | undefined {
    return this.#nextHidden()?.at;
  }

  /** Oldest ready message, or with `pick` (0..1) one at that place of the next 100; it stays until `hold` or `remove`. */
  peekReady(pick = 0): Message | undefined {
    while (this.#head < this.#ready.length && !this.#readySet.has(this.#ready[this.#head]!)) this.#head += 1;
    if (this.#head > 1024 && this.#head * 2 > this.#ready.length) {
      this.#ready = this.#ready.slice(this.#head);
      this.#head = 0;
    }
    const near = Math.min(100, this.#ready.length - this.#head);
    const chosen = this.#ready[this.#head + Math.floor(pick * near)];
    const seq = chosen !== undefined && this.#readySet.has(chosen) ? chosen : this.#ready[this.#head];
    return seq === undefined ? undefined : this.messages.get(seq);
  }

  isReady(seq: number): boolean {
    return this.#readySet.has(seq);
  }

  get readyCount(): number {
    return this.#readySet.size;
  }

  counts(): Counts {
    const counts = { visible: this.#readySet.size, inFlight: 0, delayed: 0 };
    for (const message of this.messages.values()) {
      if (this.#readySet.has(message.seq)) continue;
      if (message.receives > 0) counts.inFlight += 1;
      else counts.delayed += 1;
    }
    return counts;
  }

  /** Entries of deleted or re-hidden messages are dropped when they come to the top. */
  #nextHidden(): Hidden | undefined {
    for (;;) {
      const top = this.#hidden.peek();
      if (top === undefined) return undefined;
      const message = this.messages.get(top.seq);
      if (message !== undefined && message.visibleAt === top.at && !this.#readySet.has(top.seq)) return top;
      this.#hidden.pop();
    }
  }

  #makeReady(seq: number): void {
    if (this.#readySet.has(seq)) return;
    this.#readySet.add(seq);
    this.#ready.push(seq);
  }
}
