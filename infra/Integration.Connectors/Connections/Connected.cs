using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;

namespace Integration.Connectors.Connections;

/// <summary>A connection that this process holds: what lanes need to use it.</summary>
internal sealed class Connected(ConnectionDefinition definition, IConnector connector, ConnectionGate gate, PairCatalog catalog)
{
    private long _epoch;

    public ConnectionDefinition Definition => definition;

    public string Name => definition.Name;

    public IConnector Connector => connector;

    public ConnectionGate Gate => gate;

    /// <summary>Epoch of the lease under which it is held.</summary>
    public long Epoch
    {
        get => Volatile.Read(ref _epoch);
        set => Volatile.Write(ref _epoch, value);
    }

    /// <summary>The pairs that use the connection, as their files stand now.</summary>
    public IReadOnlyList<PairDefinition> Pairs =>
        [.. catalog.Pairs.Where(pair => pair.Storefront.Name == Name || pair.Erp.Name == Name)];

    /// <summary>The pair as its file stands now, or null when it is gone or disabled.</summary>
    public PairDefinition? Pair(string name) => catalog.Find(name);
}
