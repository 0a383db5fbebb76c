// Tested by test/verdict/judge.test.ts
/** Stands wherever a secret is left out of a text, as Pulumi's engine writes it. */
export const secretPlaceholder = "[secret]";
