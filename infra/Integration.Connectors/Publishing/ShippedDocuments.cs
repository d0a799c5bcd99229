using Integration.Connectors.Ports;

namespace Integration.Connectors.Publishing;

/// <summary>The documents that count where a pair has none of its own. Each carries its version.</summary>
public static class ShippedDocuments
{
    /// <summary>The flow document that lets every order pass.</summary>
    public const string OrdersFlow = """{ "id": "orders.flow", "version": 1, "lane": "orders", "rules": [] }""";

    /// <summary>The shipped text, or null when nothing of that name is shipped.</summary>
    /// <param name="name">Such as <c>orders.toErp</c>.</param>
    /// <param name="orders">The pair's ERP, which brings its own mapping.</param>
    public static string? Of(string name, ISalesOrders orders) => name switch
    {
        DocumentNames.OrdersToErp => orders.DefaultMapping,
        DocumentNames.OrdersFlow => OrdersFlow,
        _ => null,
    };
}
