using Integration.Connectors.Pairs;

namespace Integration.Connectors.Ports;

/// <summary>What a list is asked for.</summary>
/// <param name="Pair">The pair, for its zone, storefront code, import rule and lookups.</param>
/// <param name="Days">Lists by day: only these; null for everything. Lists of what stands now (stock, products) leave it aside.</param>
/// <param name="Cursor">Where the page before ended; null for the first.</param>
public sealed record ListQuestion(PairDefinition Pair, DaySpan? Days, string? Cursor);
