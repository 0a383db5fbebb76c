import { TurnQueue, TurnTimeout, type Turn } from "../../../provider/request/slots/slot-queue";

const options = { patience: 60, again: false, signal: undefined };
const one = { start: 1, most: 1 };

/** Lets everything run that is ready to. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test("as many have a turn as the limit says, and the others wait in order", async () => {
  const queue = new TurnQueue({ start: 2, most: 2 });
  const order: number[] = [];
  const turns: Turn[] = [];
  for (const number of [1, 2, 3, 4]) {
    void queue.enter(options).then((turn) => {
      order.push(number);
      turns.push(turn);
    });
  }
  await settle();
  expect(order).toEqual([1, 2]);
  turns[0]?.leave("served");
  await settle();
  expect(order).toEqual([1, 2, 3]);
  turns[1]?.leave("failed");
  await settle();
  expect(order).toEqual([1, 2, 3, 4]);
});

test("a read that had a turn before goes ahead of those that had none", async () => {
  const queue = new TurnQueue(one);
  const order: string[] = [];
  const first = await queue.enter(options);
  void queue.enter(options).then((turn) => (order.push("new"), turn.leave("served")));
  void queue.enter({ ...options, again: true }).then((turn) => (order.push("again"), turn.leave("served")));
  first.leave("refused");
  await settle();
  expect(order).toEqual(["again", "new"]);
});

test("a turn is given back once, however often it is left", async () => {
  const queue = new TurnQueue(one);
  const first = await queue.enter(options);
  first.leave("served");
  first.leave("served");
  const second = await queue.enter(options);
  let third = false;
  void queue.enter(options).then(() => (third = true));
  await settle();
  expect(third).toBe(false);
  second.leave("served");
  await settle();
  expect(third).toBe(true);
});

test("a read that is aborted in the queue leaves it with the signal's reason, and takes no turn", async () => {
  const queue = new TurnQueue(one);
  const first = await queue.enter(options);
  const controller = new AbortController();
  const waiting = queue.enter({ ...options, signal: controller.signal });
  const reason = new Error("enough");
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  first.leave("served");
  await expect(queue.enter(options)).resolves.toBeDefined();
});

test("a read that was admitted is not ended by a signal that is aborted later", async () => {
  const queue = new TurnQueue(one);
  const first = await queue.enter(options);
  const controller = new AbortController();
  const waiting = queue.enter({ ...options, signal: controller.signal });
  const removed = jest.spyOn(controller.signal, "removeEventListener");
  first.leave("served");
  const second = await waiting;
  // Many reads share one signal: nothing of theirs may stay on it.
  expect(removed).toHaveBeenCalledWith("abort", expect.any(Function));
  controller.abort();
  second.leave("served");
  await expect(queue.enter(options)).resolves.toBeDefined();
});

test("a read whose signal is aborted already does not enter", async () => {
  const queue = new TurnQueue(one);
  const reason = new Error("enough");
  await expect(queue.enter({ ...options, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  await expect(queue.enter(options)).resolves.toBeDefined();
});

test("a server that refuses gets fewer requests at once, and one that fails as many as before", async () => {
  for (const [outcome, entered] of [
    ["failed", 2],
    ["refused", 1],
  ] as const) {
    const queue = new TurnQueue({ start: 2, most: 2 });
    const turns = [await queue.enter(options), await queue.enter(options)];
    const next: Turn[] = [];
    const waiting = [1, 2].map(async () => next.push(await queue.enter(options)));
    turns[0]?.leave(outcome);
    turns[1]?.leave("failed");
    await settle();
    expect(next).toHaveLength(entered);
    next[0]?.leave("failed");
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
  function followed(waiting: Promise<Turn>): () => string {
    let state = "waits";
    waiting.then(
      () => (state = "has a turn"),
      (error: unknown) => (state = error instanceof TurnTimeout ? "timed out" : String(error)),
    );
    return () => state;
  }

  test("of a first turn begins anew with each read that is served", async () => {
    const queue = new TurnQueue(one);
    let turn = await queue.enter(options);
    const last = followed(queue.enter({ ...options, patience: 1 }));
    for (let count = 0; count < 4; count += 1) {
      await jest.advanceTimersByTimeAsync(900);
      const next = queue.enter({ ...options, again: true });
      turn.leave("served");
      turn = await next;
    }
    await jest.advanceTimersByTimeAsync(990);
    expect(last()).toBe("waits");
    await jest.advanceTimersByTimeAsync(20);
    expect(last()).toBe("timed out");
    // It has left the queue: the turn is the next one's.
    const next = followed(queue.enter(options));
    turn.leave("served");
    await settle();
    expect(next()).toBe("has a turn");
  });

  test("of a first turn does not begin anew with those that failed or were refused", async () => {
    for (const outcome of ["failed", "refused"] as const) {
      const queue = new TurnQueue(one);
      const turn = await queue.enter(options);
      const last = followed(queue.enter({ ...options, patience: 1 }));
      const again = queue.enter({ ...options, again: true });
      await jest.advanceTimersByTimeAsync(900);
      turn.leave(outcome);
      await again;
      await jest.advanceTimersByTimeAsync(90);
      expect(last()).toBe("waits");
      await jest.advanceTimersByTimeAsync(20);
      expect(last()).toBe("timed out");
    }
  });

  test("of a later turn is the time that its read has left, whoever is served", async () => {
    const queue = new TurnQueue(one);
    const turn = await queue.enter(options);
    const first = queue.enter({ ...options, again: true, patience: 1 });
    const second = followed(queue.enter({ ...options, again: true, patience: 1 }));
    await jest.advanceTimersByTimeAsync(900);
    turn.leave("served");
    await expect(first).resolves.toBeDefined();
    await jest.advanceTimersByTimeAsync(90);
    expect(second()).toBe("waits");
    await jest.advanceTimersByTimeAsync(20);
    expect(second()).toBe("timed out");
  });

  test("ends with the wait: no timer is left of a read that has its turn, or was aborted", async () => {
    const queue = new TurnQueue(one);
    const turn = await queue.enter(options);
    const controller = new AbortController();
    const served = followed(queue.enter(options));
    const aborted = followed(queue.enter({ ...options, signal: controller.signal }));
    expect(jest.getTimerCount()).toBe(2);
    controller.abort(new Error("enough"));
    turn.leave("served");
    await settle();
    expect([served(), aborted()]).toEqual(["has a turn", "Error: enough"]);
    expect(jest.getTimerCount()).toBe(0);
  });
});
