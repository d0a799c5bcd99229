namespace Integration.Contracts.Operations;

/// <summary>One plain reason why something did not happen.</summary>
/// <param name="Field">The field it is about, as the system that refused names it (<c>Details[2].InventoryID</c>), or empty.</param>
/// <param name="Message">Plain words without secrets or personal data.</param>
public sealed record Reason(string Field, string Message)
{
    /// <summary>What it comes from, where a correction of the pair's lookups or documents cures it; else null.</summary>
    public ReasonCause? Cause { get; init; }
}
