using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;

namespace Integration.Acumatica.Protocol;

/// <summary>What came of one call: a body, nothing there, or a failure.</summary>
/// <param name="Body">The answer's JSON; null when it had none.</param>
/// <param name="Failure">Why it failed, or null.</param>
/// <param name="SourceTime">The server's clock, from the Date header.</param>
/// <param name="Status">HTTP status, or 0 when no answer came.</param>
/// <param name="Location">Where a long operation (202) can be asked for, or null.</param>
internal sealed record EntityAnswer(JsonNode? Body, WriteOutcome? Failure, DateTimeOffset? SourceTime = null, int Status = 0, string? Location = null)
{
    /// <summary>The server says that there is no such record (404).</summary>
    public bool Missing => Status == 404;

    /// <summary>The body as one record; an empty one when it is something else.</summary>
    public EntityRecord Record => new(Body as JsonObject ?? []);

    /// <summary>The body as a list of records.</summary>
    public IReadOnlyList<EntityRecord> Records =>
        Body is JsonArray rows ? [.. rows.OfType<JsonObject>().Select(row => new EntityRecord(row))] : [];
}
