namespace Integration.Connectors.Connections;

/// <summary>How connections are held. Configuration section <c>Connections</c>.</summary>
public sealed class ConnectionOptions
{
    /// <summary>
    /// How long a replica holds a connection without renewing it: after a crash another one, or the same one started again, waits so long.
    /// Default 15 seconds; longer than the longest pause of the process or the database.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);
}
