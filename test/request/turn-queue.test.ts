import { TurnQueue, TurnTimeout, type Turn } from "../../provider/request/turn-queue";

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

test("a first turn's patience begins anew with each read that is served", async () => {
  const queue = new TurnQueue(one);
  let turn = await queue.enter(options);
  const last = queue.enter({ ...options, patience: 1 });
  for (let count = 0; count < 4; count += 1) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const next = queue.enter({ ...options, again: true });
    turn.leave("served");
    turn = await next;
  }
  turn.leave("served");
  await expect(last).resolves.toBeDefined();
});

test("it does not with those that failed", async () => {
  const queue = new TurnQueue(one);
  const turn = await queue.enter(options);
  const last = queue.enter({ ...options, patience: 0.2 });
  const again = queue.enter({ ...options, again: true });
  turn.leave("failed");
  await again;
  await expect(last).rejects.toBeInstanceOf(TurnTimeout);
});

test("a later turn's patience is the time that its read has left", async () => {
  const queue = new TurnQueue(one);
  const turn = await queue.enter(options);
  const waiting = queue.enter({ ...options, again: true, patience: 0.1 });
  turn.leave("failed");
  await expect(waiting).resolves.toBeDefined();
  await expect(queue.enter({ ...options, again: true, patience: 0.1 })).rejects.toBeInstanceOf(TurnTimeout);
});
