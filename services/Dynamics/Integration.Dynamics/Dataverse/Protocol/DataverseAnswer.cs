using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;

namespace Integration.Dynamics.Dataverse.Protocol;

/// <summary>What came of one call: a body or a failure.</summary>
/// <param name="Body">The answer's JSON; null when it had none.</param>
/// <param name="Failure">Why it failed, or null.</param>
/// <param name="SourceTime">The server's clock.</param>
/// <param name="Status">HTTP status, or 0 when no answer came: 201 for a record that an upsert made, 200 for one that it changed.</param>
/// <param name="Id">Id of the record that was made, where a header says it.</param>
internal sealed record DataverseAnswer(JsonObject? Body, WriteOutcome? Failure, DateTimeOffset? SourceTime = null, int Status = 0, Guid? Id = null)
{
    /// <summary>The server's error, when it said one.</summary>
    public DataverseError Error { get; init; } = new("", "");

    /// <summary>There is no such record: the one that was addressed, or one that a write points to.</summary>
    public bool Missing => Error.Code is ErrorCodes.ObjectDoesNotExist or ErrorCodes.RecordNotFoundByKey;

    /// <summary>A record with the same key is there already, perhaps since just now.</summary>
    public bool IsDuplicate => Error.Code is ErrorCodes.DuplicateRecord or ErrorCodes.DuplicateKey;

    /// <summary>Somebody else changed the record since its entity tag was read.</summary>
    public bool IsStale => Error.Code == ErrorCodes.VersionMismatch;

    /// <summary>The address has a segment or a key that Dataverse does not know, or a key whose index is not active.</summary>
    public bool IsInvalidAddress => Error.Code == ErrorCodes.InvalidAddress;

    /// <summary>The body as one record; null when there is none.</summary>
    public DataverseRecord? Record => Failure is null && Body is { } body ? new DataverseRecord(body) : null;
}
