using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Queries;

/// <summary>A page of records.</summary>
/// <param name="Records">The records.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
internal sealed record RecordPage(IReadOnlyList<Record> Records, Cursor? Next);
