namespace Integration.Connectors.Ports;

/// <summary>One outside system over one connection.</summary>
public interface IConnector
{
    /// <summary>The connection's name.</summary>
    string Connection { get; }

    /// <summary>What can be done; complete only after <see cref="ProbeAsync"/>.</summary>
    Capabilities Capabilities { get; }

    /// <summary>
    /// Checks reachability, credentials, permissions, numbering, clock and whether this is a sandbox; learns the capabilities.
    /// Writes nothing. Run at start and by the doctor command.
    /// </summary>
    Task<IReadOnlyList<ProbeFinding>> ProbeAsync(CancellationToken ct);
}
