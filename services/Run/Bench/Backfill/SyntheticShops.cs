using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;

namespace Integration.Run.Bench.Backfill;

/// <summary>Makes the synthetic shop.</summary>
internal sealed class SyntheticShops(SyntheticShop shop) : IConnectorFactory
{
    public const string KindName = "synthetic";

    public string Kind => KindName;

    public IConnector Create(ConnectionDefinition connection) => shop;
}
