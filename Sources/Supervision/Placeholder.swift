/// Judging batches, findings.
