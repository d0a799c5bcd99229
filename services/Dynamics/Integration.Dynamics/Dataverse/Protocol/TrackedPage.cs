using Integration.Connectors.Outcomes;

namespace Integration.Dynamics.Dataverse.Protocol;

/// <summary>A page of a table's tracked changes, or of all its records at the beginning.</summary>
/// <param name="Changed">Records that are new or were changed.</param>
/// <param name="Deleted">Ids of records that are gone; some may never have been seen.</param>
/// <param name="Failure">Why it could not be read, or null.</param>
/// <param name="SourceTime">The server's clock.</param>
/// <param name="Next">Link of the next page; null on the last.</param>
/// <param name="Delta">On the last page: the link that leads to what changes from now on.</param>
internal sealed record TrackedPage(
    IReadOnlyList<DataverseRecord> Changed, IReadOnlyList<Guid> Deleted, WriteOutcome? Failure, DateTimeOffset? SourceTime = null, string? Next = null, string? Delta = null)
{
    /// <summary>The link is too old (7 days by default, <c>organization.ExpireChangeTrackingInDays</c>): begin without one.</summary>
    public bool IsExpired { get; init; }
}
