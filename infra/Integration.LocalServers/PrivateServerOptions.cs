namespace Integration.LocalServers;

/// <summary>Where and how a private server runs.</summary>
public sealed record PrivateServerOptions
{
    /// <summary>
    /// Folder of this one server's data, logs and configuration. It is created when absent; a folder that an
    /// earlier start left is taken up again with its data, its passwords and, when they are still free, its ports.
    /// </summary>
    public required string DataFolder { get; init; }

    /// <summary>
    /// True for throw-away servers in tests: PostgreSQL does not wait for the disk, and both servers are killed
    /// when disposed instead of being stopped in good order. False (the default) keeps what was confirmed through a power cut.
    /// </summary>
    public bool Fast { get; init; }

    /// <summary>
    /// False (the default): when this process dies without a word, the server is ended within seconds.
    /// True: the server lives on, and the next start with the same folder takes it over.
    /// </summary>
    public bool OutliveParent { get; init; }

    /// <summary>How long a start may take before it counts as failed.</summary>
    public TimeSpan StartDeadline { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How long a stop in good order may take before the server is killed.</summary>
    public TimeSpan StopDeadline { get; init; } = TimeSpan.FromSeconds(30);
}
