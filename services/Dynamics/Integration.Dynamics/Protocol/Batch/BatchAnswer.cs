using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;

namespace Integration.Dynamics.Protocol.Batch;

/// <summary>What came of a change set: everything, or nothing with the one reason.</summary>
/// <param name="Bodies">The answer of each call in the calls' order, null where a call has none; empty when the change set failed.</param>
/// <param name="Failure">Why it failed, or null.</param>
/// <param name="FailedCall">Number of the call that was refused, from 1; null when the answer does not say.</param>
internal sealed record BatchAnswer(IReadOnlyList<JsonObject?> Bodies, WriteOutcome? Failure, int? FailedCall = null)
{
    /// <summary>The body of the refusal, where there is one.</summary>
    public JsonObject? Refusal { get; init; }
}
