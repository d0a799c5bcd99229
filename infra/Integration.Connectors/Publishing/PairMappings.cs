using Integration.Connectors.Ports;

namespace Integration.Connectors.Publishing;

/// <summary>The mapping documents that a pair has: that of its orders, and those that its two connectors bring.</summary>
public static class PairMappings
{
    private static readonly OrderSourceSchema Order = new(OrderSourceSchema.Names[0]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MappingPort> Of(IErp erp, IStorefront storefront) => [.. Of(erp), .. Of(storefront)];

    /// <summary>Those that this connector's side maps with: what is written there.</summary>
    public static IReadOnlyList<MappingPort> Of(IConnector connector) => connector is IErp erp ? [OfOrders(erp.SalesOrders), .. erp.Mappings] : connector.Mappings;

    /// <summary>That of its orders.</summary>
    public static MappingPort OfOrders(ISalesOrders orders) => new(DocumentNames.OrdersToErp, Order, orders.Schema, orders.DefaultMapping);
}
