using Integration.Contracts.Operations;

namespace Integration.Connectors.DryRuns;

/// <summary>Why an order cannot be mapped.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Problems">Every problem with its place and rule.</param>
public sealed record OrderProblems(string Number, IReadOnlyList<Reason> Problems);
