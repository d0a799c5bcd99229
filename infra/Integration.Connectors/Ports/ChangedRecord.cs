namespace Integration.Connectors.Ports;

/// <summary>One hit of a sweep.</summary>
/// <param name="Id">The system's own id of the record.</param>
/// <param name="ChangedAt">The system's change stamp, UTC; means nothing where <see cref="Content"/> stands for it.</param>
public sealed record ChangedRecord(string Id, DateTimeOffset ChangedAt)
{
    /// <summary>
    /// In a listing without stamps (<see cref="ChangePage.IsWhole"/>): everything that counts as a change, as text that is the same for the same content.
    /// Personal data: only a keyed hash is stored.
    /// </summary>
    public string? Content { get; init; }

    /// <summary>Without the content.</summary>
    public override string ToString() => $"ChangedRecord {Id}";
}
