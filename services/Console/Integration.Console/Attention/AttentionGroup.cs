using Integration.Console.Retries;

namespace Integration.Console.Attention;

/// <summary>Entries with the same cause.</summary>
/// <param name="Filter">Pair, class and cause: lookup and code, or document, version and rule, or nothing. A bulk retry takes it as it is.</param>
/// <param name="Entries">Entries that are open or being retried.</param>
/// <param name="Open">Those that a bulk retry would send.</param>
public sealed record AttentionGroup(RetryFilter Filter, long Entries, long Open);
