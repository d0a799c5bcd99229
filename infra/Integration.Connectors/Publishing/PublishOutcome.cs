namespace Integration.Connectors.Publishing;

/// <summary>What came of publishing or rolling back.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>The text counts now.</summary>
    /// <param name="Version">Its history entry.</param>
    /// <param name="File">The file it stands in.</param>
    /// <param name="Warnings">What to look at, in plain words.</param>
    public sealed record Published(DocumentVersion Version, string File, IReadOnlyList<string> Warnings) : PublishOutcome;

    /// <summary>The very same text counts already.</summary>
    /// <param name="Version">Its version.</param>
    public sealed record Unchanged(int Version) : PublishOutcome;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Reasons">Why, in plain words.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : PublishOutcome;
}
