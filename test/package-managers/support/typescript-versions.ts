/** The lowest TypeScript that the SDK accepts, and brings with it for programs that have none. */
export const lowestTypeScript = "3.8.3";

/** The newest TypeScript that the SDK accepts: it asks for one below 7. */
export const newestTypeScript = "6.0.3";
