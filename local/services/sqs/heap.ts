export interface Heap<T> {
  push(item: T): void;
  peek(): T | undefined;
  pop(): T | undefined;
  readonly items: readonly T[];
}

/** Binary min-heap by a number. */
export function heap<T>(rankOf: (item: T) => number): Heap<T> {
  const items: T[] = [];
  const less = (left: number, right: number): boolean => rankOf(items[left]!) < rankOf(items[right]!);
  const swap = (left: number, right: number): void => {
    const kept = items[left]!;
    items[left] = items[right]!;
    items[right] = kept;
  };

  function sink(): void {
    let index = 0;
    for (;;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2])
        if (child < items.length && less(child, least)) least = child;
      if (least === index) return;
      swap(index, least);
      index = least;
    }
  }

  return {
    items,
    peek: () => items[0],
    push: (item) => {
      items.push(item);
      let index = items.length - 1;
      while (index > 0) {
        const parent = (index - 1) >> 1;
        if (!less(index, parent)) return;
        swap(index, parent);
        index = parent;
      }
    },
    pop: () => {
      const top = items[0];
      const last = items.pop();
      if (items.length > 0 && last !== undefined) {
        items[0] = last;
        sink();
      }
      return top;
    },
  };
}
