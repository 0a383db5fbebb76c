// Jest runs this before the tests that need the build.
import { build } from "../build.mjs";

export default () => build();
