import { SlotQueue, SlotTimeout, type Slot } from "../../../provider/request/slots/slot-queue";

const options = { patience: 60, again: false, signal: undefined };
const one = { start: 1, most: 1 };

/** Lets everything run that is ready to. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test("as many have a slot as the limit says, and the others wait in order", async () => {
  const queue = new SlotQueue({ start: 2, most: 2 });
  const order: number[] = [];
  const slots: Slot[] = [];
  for (const number of [1, 2, 3, 4]) {
    void queue.acquire(options).then((slot) => {
      order.push(number);
      slots.push(slot);
    });
  }
  await settle();
  expect(order).toEqual([1, 2]);
  slots[0]?.release("served");
  await settle();
  expect(order).toEqual([1, 2, 3]);
  slots[1]?.release("failed");
  await settle();
  expect(order).toEqual([1, 2, 3, 4]);
});

test("a read that had a slot before goes ahead of those that had none", async () => {
  const queue = new SlotQueue(one);
  const order: string[] = [];
  const first = await queue.acquire(options);
  void queue.acquire(options).then((slot) => (order.push("new"), slot.release("served")));
  void queue.acquire({ ...options, again: true }).then((slot) => (order.push("again"), slot.release("served")));
  first.release("refused");
  await settle();
  expect(order).toEqual(["again", "new"]);
});

test("a slot is given back once, however often it is released", async () => {
  const queue = new SlotQueue(one);
  const first = await queue.acquire(options);
  first.release("served");
  first.release("served");
  const second = await queue.acquire(options);
  let third = false;
  void queue.acquire(options).then(() => (third = true));
  await settle();
  expect(third).toBe(false);
  second.release("served");
  await settle();
  expect(third).toBe(true);
});

test("a read that is aborted in the queue leaves it with the signal's reason, and takes no slot", async () => {
  const queue = new SlotQueue(one);
  const first = await queue.acquire(options);
  const controller = new AbortController();
  const waiting = queue.acquire({ ...options, signal: controller.signal });
  const reason = new Error("enough");
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  first.release("served");
  await expect(queue.acquire(options)).resolves.toBeDefined();
});

test("a read that was admitted is not ended by a signal that is aborted later", async () => {
  const queue = new SlotQueue(one);
  const first = await queue.acquire(options);
  const controller = new AbortController();
  const waiting = queue.acquire({ ...options, signal: controller.signal });
  const removed = jest.spyOn(controller.signal, "removeEventListener");
  first.release("served");
  const second = await waiting;
  // Many reads share one signal: nothing of theirs may stay on it.
  expect(removed).toHaveBeenCalledWith("abort", expect.any(Function));
  controller.abort();
  second.release("served");
  await expect(queue.acquire(options)).resolves.toBeDefined();
});

test("a read whose signal is aborted already does not enter", async () => {
  const queue = new SlotQueue(one);
  const reason = new Error("enough");
  await expect(queue.acquire({ ...options, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  await expect(queue.acquire(options)).resolves.toBeDefined();
});

test("a server that refuses gets fewer requests at once, and one that fails as many as before", async () => {
  for (const [outcome, entered] of [
    ["failed", 2],
    ["refused", 1],
  ] as const) {
    const queue = new SlotQueue({ start: 2, most: 2 });
    const slots = [await queue.acquire(options), await queue.acquire(options)];
    const next: Slot[] = [];
    const waiting = [1, 2].map(async () => next.push(await queue.acquire(options)));
    slots[0]?.release(outcome);
    slots[1]?.release("failed");
    await settle();
    expect(next).toHaveLength(entered);
    next[0]?.release("failed");
    await Promise.all(waiting);
  }
});

describe("The patience", () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ["setImmediate"] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** What has become of a read that waits. */
  function followed(waiting: Promise<Slot>): () => string {
    let state = "waits";
    waiting.then(
      () => (state = "has a slot"),
      (error: unknown) => (state = error instanceof SlotTimeout ? "timed out" : String(error)),
    );
    return () => state;
  }

  test("of a first slot begins anew with each read that is served", async () => {
    const queue = new SlotQueue(one);
    let slot = await queue.acquire(options);
    const last = followed(queue.acquire({ ...options, patience: 1 }));
    for (let count = 0; count < 4; count += 1) {
      await jest.advanceTimersByTimeAsync(900);
      const next = queue.acquire({ ...options, again: true });
      slot.release("served");
      slot = await next;
    }
    await jest.advanceTimersByTimeAsync(990);
    expect(last()).toBe("waits");
    await jest.advanceTimersByTimeAsync(20);
    expect(last()).toBe("timed out");
    // It has left the queue: the slot is the next one's.
    const next = followed(queue.acquire(options));
    slot.release("served");
    await settle();
    expect(next()).toBe("has a slot");
  });

  test("of a first slot does not begin anew with those that failed or were refused", async () => {
    for (const outcome of ["failed", "refused"] as const) {
      const queue = new SlotQueue(one);
      const slot = await queue.acquire(options);
      const last = followed(queue.acquire({ ...options, patience: 1 }));
      const again = queue.acquire({ ...options, again: true });
      await jest.advanceTimersByTimeAsync(900);
      slot.release(outcome);
      await again;
      await jest.advanceTimersByTimeAsync(90);
      expect(last()).toBe("waits");
      await jest.advanceTimersByTimeAsync(20);
      expect(last()).toBe("timed out");
    }
  });

  test("of a later slot is the time that its read has left, whoever is served", async () => {
    const queue = new SlotQueue(one);
    const slot = await queue.acquire(options);
    const first = queue.acquire({ ...options, again: true, patience: 1 });
    const second = followed(queue.acquire({ ...options, again: true, patience: 1 }));
    await jest.advanceTimersByTimeAsync(900);
    slot.release("served");
    await expect(first).resolves.toBeDefined();
    await jest.advanceTimersByTimeAsync(90);
    expect(second()).toBe("waits");
    await jest.advanceTimersByTimeAsync(20);
    expect(second()).toBe("timed out");
  });

  test("ends with the wait: no timer is left of a read that has its slot, or was aborted", async () => {
    const queue = new SlotQueue(one);
    const slot = await queue.acquire(options);
    const controller = new AbortController();
    const served = followed(queue.acquire(options));
    const aborted = followed(queue.acquire({ ...options, signal: controller.signal }));
    expect(jest.getTimerCount()).toBe(2);
    controller.abort(new Error("enough"));
    slot.release("served");
    await settle();
    expect([served(), aborted()]).toEqual(["has a slot", "Error: enough"]);
    expect(jest.getTimerCount()).toBe(0);
  });
});
