package dev.paddock.prompts;

import java.util.List;

/**
 * What became of a file. Everything accepted is kept, whatever was refused.
 *
 * @param duplicates     records the campaign had already, from before or from earlier in the file
 * @param refused        the first 1,000 refused lines
 * @param refusedInAll   how many lines were refused
 * @param ignoredColumns names that mean nothing here, at most 50
 */
public record ImportReport(
        int accepted, int duplicates, List<RefusedLine> refused, int refusedInAll, List<String> ignoredColumns) {}
