using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;

namespace Integration.Dynamics.Finance.Protocol;

/// <summary>What came of one call: a body or a failure.</summary>
/// <param name="Body">The answer's JSON; null when it had none.</param>
/// <param name="Failure">Why it failed, or null.</param>
/// <param name="SourceTime">The server's clock.</param>
/// <param name="Status">HTTP status, or 0 when no answer came.</param>
internal sealed record FinanceAnswer(JsonObject? Body, WriteOutcome? Failure, DateTimeOffset? SourceTime = null, int Status = 0)
{
    /// <summary>The server says that there is no such record or entity (404).</summary>
    public bool Missing => Status == 404;

    /// <summary>The body as one record; null when there is none.</summary>
    public FinanceRecord? Record => Body is { } body ? new FinanceRecord(body) : null;
}
