using System.Collections.ObjectModel;

namespace Integration.Connectors.Ports;

/// <summary>One outside system over one connection.</summary>
public interface IConnector
{
    /// <summary>The connection's name.</summary>
    string Connection { get; }

    /// <summary>What can be done; complete only after <see cref="ProbeAsync"/>.</summary>
    Capabilities Capabilities { get; }

    /// <summary>The mapping documents of its ports, beside that of sales orders.</summary>
    IReadOnlyList<MappingPort> Mappings => [];

    /// <summary>What can be listed afresh for a reconciliation.</summary>
    IReadOnlyList<IRecordList> Lists => [];

    /// <summary>Why an entity cannot be listed for a reconciliation, in plain words, by entity; where nothing stands, the system just has no such list.</summary>
    IReadOnlyDictionary<string, string> Unlisted => ReadOnlyDictionary<string, string>.Empty;

    /// <summary>
    /// Checks reachability, credentials, permissions, numbering, clock and whether this is a sandbox; learns the capabilities.
    /// Writes nothing. Run at start and by the doctor command.
    /// </summary>
    Task<IReadOnlyList<ProbeFinding>> ProbeAsync(CancellationToken ct);

    /// <summary>
    /// The same without a single call that asks the system to write, not even one that can change nothing: for connections whose pairs only
    /// observe. A connector that tries its permissions by writing overrides it.
    /// </summary>
    Task<IReadOnlyList<ProbeFinding>> ProbeReadingAsync(CancellationToken ct) => ProbeAsync(ct);
}
