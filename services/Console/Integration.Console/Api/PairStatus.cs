namespace Integration.Console.Api;

/// <summary>A pair's orders by state.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Orders">State → number of orders.</param>
public sealed record PairStatus(string Pair, IReadOnlyDictionary<string, long> Orders);
