/** Plain data as it was at one time: a leaf, or the keys and what was at each. */
export type Snapshot = null | boolean | string | SnapshotNode;

interface SnapshotNode {
  readonly isList: boolean;
  readonly keys: readonly string[];
  readonly values: readonly Snapshot[];
}

/** Keeps plain data as it is now. */
export function snapshotOf(value: unknown): Snapshot {
  if (typeof value !== "object" || value === null) {
    return value as Snapshot;
  }
  const entries = Object.entries(value);
  return {
    isList: Array.isArray(value),
    keys: entries.map(([key]) => key),
    values: entries.map(([, item]) => snapshotOf(item)),
  };
}

/** Whether data is still what it was. */
export function isUnchanged(snapshot: Snapshot, value: unknown): boolean {
  if (typeof snapshot !== "object" || snapshot === null || typeof value !== "object" || value === null) {
    return snapshot === value;
  }
  const { isList, keys, values } = snapshot;
  if (Array.isArray(value)) {
    return isList && value.length === values.length && values.every((item, index) => isUnchanged(item, value[index]));
  }
  return (
    !isList &&
    Object.keys(value).length === keys.length &&
    values.every((item, index) => isUnchanged(item, (value as Readonly<Record<string, unknown>>)[keys[index] ?? ""]))
  );
}
