import type { CompiledExpectation } from "../../expectation/compiled-expectation";
import { secretPlaceholder } from "../../text/secret-placeholder";
import type { AuditedCondition, AuditedExpectation } from "../audit-report";
import type { FileExpectation } from "../expectations/file-expectation";
import type { RecordedService } from "../recorded/recorded-service";
import type { SecretTexts } from "./secret-texts";

/** The two that can expect something of a service. */
interface Expecting {
  readonly recorded: RecordedService | undefined;
  readonly expectation: FileExpectation | undefined;
}

/** The expectations of a report's services, as far as they may be shown. */
export class ShownExpectations {
  /** Thousands of services have the same expectation alone: its list is kept once. */
  readonly #shared = new Map<FileExpectation, readonly AuditedExpectation[]>();
  readonly #secrets: SecretTexts;
  readonly #showSecrets: boolean;

  constructor(secrets: SecretTexts, showSecrets: boolean) {
    this.#secrets = secrets;
    this.#showSecrets = showSecrets;
  }

  /** @param hidden the properties whose live value must not be shown: a condition that holds would tell it */
  of({ recorded, expectation }: Expecting, hidden: ReadonlySet<string>): readonly AuditedExpectation[] {
    const ofFile = expectation === undefined ? [] : this.#ofFile(expectation, hidden);
    if (recorded?.expectation === undefined) {
      return ofFile;
    }
    const conditions = this.#conditions(recorded.expectation, hidden);
    return [...ofFile, { of: "stack", place: null, conditions }];
  }

  #ofFile(expectation: FileExpectation, hidden: ReadonlySet<string>): readonly AuditedExpectation[] {
    const known = hidden.size === 0 ? this.#shared.get(expectation) : undefined;
    if (known !== undefined) {
      return known;
    }
    const { compiled, place } = expectation;
    const shown = [{ of: "file" as const, place, conditions: this.#conditions(compiled, hidden) }];
    if (hidden.size === 0) {
      this.#shared.set(expectation, shown);
    }
    return shown;
  }

  #conditions(
    { conditions, delivers, secretProperties }: CompiledExpectation,
    hidden: ReadonlySet<string>,
  ): readonly AuditedCondition[] {
    const isHidden = (property: string, isSecret: boolean) =>
      !this.#showSecrets &&
      (isSecret || hidden.has(property) || (secretProperties as ReadonlySet<string>).has(property));
    const shown = (isSecret: boolean, expected: AuditedCondition["expected"]) =>
      isSecret ? secretPlaceholder : this.#secrets.redactedValue(expected);
    return [
      ...[...conditions].flatMap(([property, ofProperty]) =>
        ofProperty.map(({ name, expected, isSecret }) => ({
          property,
          condition: name,
          expected: shown(expected !== null && isHidden(property, isSecret), expected),
        })),
      ),
      ...(delivers === undefined
        ? []
        : [
            {
              property: "delivers" as const,
              condition: "equals" as const,
              expected: shown(isHidden("filters", delivers.isSecret), delivers.events),
            },
          ]),
    ];
  }
}
