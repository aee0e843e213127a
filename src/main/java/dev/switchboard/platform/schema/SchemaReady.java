package dev.switchboard.platform.schema;

/** The event that the database has the schema that this version needs. */
public record SchemaReady() {}
