namespace Integration.Connectors.Flows;

/// <summary>One half of a pair's lane.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Lane">The lane, such as <c>orders</c>.</param>
/// <param name="Half">One of <see cref="Contracts.Operations.LaneHalves"/>.</param>
public readonly record struct LaneKey(string Pair, string Lane, string Half);
