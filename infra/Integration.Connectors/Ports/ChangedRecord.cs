namespace Integration.Connectors.Ports;

/// <summary>One hit of a sweep.</summary>
/// <param name="Id">The system's own id of the record.</param>
/// <param name="ChangedAt">The system's change stamp, UTC; meaningless where <see cref="Content"/> stands for it.</param>
public sealed record ChangedRecord(string Id, DateTimeOffset ChangedAt)
{
    /// <summary>
    /// Everything that counts as a change, as text that is the same for the same content: set on every hit by a system that keeps no change stamps (Finance &amp;
    /// Operations). Such a sweep lists whatever can still change, with no regard to its moment; a hit counts when its content is not what it was, and a record
    /// that is no longer listed counts too. Personal data: only a keyed hash is stored.
    /// </summary>
    public string? Content { get; init; }

    /// <summary>Without the content.</summary>
    public override string ToString() => $"ChangedRecord {Id}";
}
