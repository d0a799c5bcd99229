namespace Integration.Console.Reconciliation.Running;

/// <summary>How far a list of one side is.</summary>
internal static class ListStates
{
    public const string Asked = "asked";

    public const string Done = "done";

    /// <summary>This side has no such list.</summary>
    public const string None = "none";

    public const string Failed = "failed";
}
