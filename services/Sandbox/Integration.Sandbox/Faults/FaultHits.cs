namespace Integration.Sandbox.Faults;

/// <summary>A rule and how many requests it has hit so far.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Hits">Requests hit.</param>
public sealed record FaultHits(FaultRule Rule, int Hits);
