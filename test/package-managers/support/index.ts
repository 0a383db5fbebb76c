// What the tests of package layouts use. Importing it gives each test of the file ten minutes, and cleans up after all.
import { mkdirSync, mkdtempSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { tmpdir } from "node:os";
import { engineFolders } from "../../engine/support/engine-folders";
import { engineEnvironment } from "../../engine/support/environment";
import { preparedStack } from "../../engine/support/prepared-stack";
import { Project } from "../../engine/support/project";
import { writeFiles } from "../../engine/support/project-files";
import { configFor } from "../../engine/support/service";
import type { TwilioEmulator } from "../../../provider/testing";
import type { Install } from "./installers";
import { installNode } from "./node-versions";

jest.setTimeout(600_000);

const layouts = new Set<Layout>();

afterAll(async () => {
  await Promise.all([...layouts].map((layout) => layout.dispose()));
});

/** A user's project, with nothing of the repository above it or linked into it. */
export class Layout extends Project {
  #programFolder = "program";

  override get programFolder(): string {
    return join(this.folder, this.#programFolder);
  }

  /** Where the package managers work: the program's folder, or the root of the workspaces around it. */
  get root(): string {
    return join(this.folder, "program");
  }

  /** Writes files below the root, and has the packages installed. */
  async install(files: Record<string, string>, install: Install): Promise<void> {
    writeFiles(this.root, files);
    await install(this.root, this.env);
  }

  /**
   * Makes the stack, its config pointing at the emulator.
   * @param below the program's folder, below the root
   */
  createStack(twilio: TwilioEmulator, below = ""): void {
    this.#programFolder = join("program", below);
    preparedStack(this.projectName(), this.stack).copyTo(this, configFor(twilio));
  }

  /** Sets the stack's config for another emulator. */
  pointAt(twilio: TwilioEmulator): Promise<void> {
    return this.setConfig(configFor(twilio));
  }
}

/** The package, packed, and an empty project to install it in. */
export interface PackedLayout {
  readonly layout: Layout;
  /** The dependency on the tarball, as a package.json has it. */
  readonly packed: string;
}

/** @throws Error that says what to do if there is no engine */
function packedPackage(): string {
  const file = process.env["PACKED_PACKAGE"];
  if (file === undefined) {
    throw new Error(process.env["NO_ENGINE"] ?? "This test is not among those on the engine in jest.config.js.");
  }
  return file;
}

/** @param node which Node.js runs the program; by default the one that runs the tests */
export async function createLayout({ node }: { readonly node?: string } = {}): Promise<PackedLayout> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "layout-")));
  const layout = new Layout(folder, "dev", engineEnvironment(engineFolders(), folder));
  layouts.add(layout);
  for (const each of ["state", "tmp", "node", "program"]) {
    mkdirSync(join(folder, each));
  }
  if (node !== undefined) {
    const bin = await installNode(node, join(folder, "node"), layout.env);
    layout.env["PATH"] = [bin, layout.env["PATH"]].join(delimiter);
  }
  return { layout, packed: `file:${packedPackage().replaceAll("\\", "/")}` };
}
