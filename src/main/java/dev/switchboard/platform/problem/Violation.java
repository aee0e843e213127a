package dev.switchboard.platform.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One fault in a request: a JSON pointer to the place, and what is wrong there. */
@Schema(name = "Violation")
public record Violation(String pointer, String detail) {}
