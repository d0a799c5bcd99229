namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Registers a webhook with a step for each message.</summary>
internal sealed record WebhookRequest
{
    /// <summary>Where to post.</summary>
    public required Uri Url { get; init; }

    /// <summary>Logical name of the table.</summary>
    public required string Entity { get; init; }

    /// <summary>Messages.</summary>
    public IReadOnlyList<string> Messages { get; init; } = ["Create", "Update", "Delete"];

    /// <summary>Columns of which one must be in an update; none for all.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Columns that come as an image: of before with a Delete, else of after; none for no image.</summary>
    public IReadOnlyList<string> Image { get; init; } = [];

    /// <summary>Header that carries the shared secret; null sends none.</summary>
    public string? HeaderName { get; init; }

    /// <summary>The shared secret.</summary>
    public string? HeaderValue { get; init; }
}
