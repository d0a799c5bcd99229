namespace Integration.Connectors.Backfills;

/// <summary>States of a run as stored.</summary>
internal static class BackfillStates
{
    /// <summary>Pages are listed.</summary>
    public const string Running = "running";

    /// <summary>The list is read to its end; its last records are still to be read.</summary>
    public const string Draining = "draining";

    public const string Done = "done";
    public const string Cancelled = "cancelled";

    /// <summary>Ended because it could never come to an end.</summary>
    public const string Failed = "failed";
}
