// What the tests on a real engine use. Importing it gives each test of the file five minutes, and cleans up after all.
import { createProject as create } from "./project";
import type { Project, ProjectOptions } from "./project";

export type { Project, ProjectOptions } from "./project";

const projects = new Set<Project>();

jest.setTimeout(300_000);

afterAll(async () => {
  await Promise.all([...projects].map((project) => project.dispose()));
});

/**
 * Makes a Pulumi project with its stack in a temporary folder.
 *
 * @throws Error that says what to do if there is no engine, or with what was printed if a command fails
 */
export async function createProject(options: ProjectOptions): Promise<Project> {
  const project = await create(options);
  projects.add(project);
  return project;
}
