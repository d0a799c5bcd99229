using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Paths;

/// <summary>One key of an order.</summary>
internal sealed record OrderingTerm(Eval Key, bool Descending);
