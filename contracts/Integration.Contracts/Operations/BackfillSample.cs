namespace Integration.Contracts.Operations;

/// <summary>A record that a dry run of a backfill found a problem with.</summary>
/// <param name="Number">Its number; never personal data.</param>
/// <param name="Message">Plain words.</param>
public sealed record BackfillSample(string Number, string Message);
