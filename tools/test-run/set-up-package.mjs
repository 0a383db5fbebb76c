// Jest runs this before the tests that look at the built package.
import { build } from "../build.mjs";

export default () => build();
