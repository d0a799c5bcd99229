namespace Integration.Sandbox.Dynamics.Dataverse.Records;

/// <summary>One record before and after a commit; null before it was made and after it was deleted.</summary>
internal sealed record Committed(Record? Before, Record? After)
{
    /// <summary>Columns that the caller sent, changed or not, and those that changed with them.</summary>
    public HashSet<string> Touched { get; } = new(StringComparer.Ordinal);

    /// <summary>The caller's <c>tag</c>.</summary>
    public string? Tag { get; set; }

    /// <summary>True: no new version, no stamp, nobody is told.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>1 for what the caller asked for, 2 for what the rules did with it.</summary>
    public int Depth { get; set; } = 2;

    public Record Record => (After ?? Before)!;

    public string Message => Before is null ? "Create" : After is null ? "Delete" : "Update";
}
