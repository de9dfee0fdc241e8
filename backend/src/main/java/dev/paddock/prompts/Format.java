package dev.paddock.prompts;

/** How a file of records is written. */
public enum Format {
    /** A list of records, or records one after another. A fault ends the reading. */
    JSON,
    /** One record a line. */
    JSONL,
    /** A header line, then one record a line; separated by comma, semicolon or tab, as the header shows. */
    CSV
}
