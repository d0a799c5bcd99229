namespace Integration.Sandbox.Records;

/// <summary>One row before and after a commit; null before it was made and after it was deleted.</summary>
internal sealed record Committed<TRow>(TRow? Before, TRow? After) where TRow : class
{
    /// <summary>As it is now, or was before it was deleted.</summary>
    public TRow Row => (After ?? Before)!;
}
