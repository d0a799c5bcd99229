using Integration.Connectors.Ports;

namespace Integration.Connectors.Publishing;

/// <summary>The documents that count where a pair has none of its own. Each carries its version.</summary>
public static class ShippedDocuments
{
    /// <summary>The flow document that lets every order pass.</summary>
    public const string OrdersFlow = """{ "id": "orders.flow", "version": 1, "lane": "orders", "rules": [] }""";

    /// <summary>The shipped text, or null when nothing of that name is shipped.</summary>
    /// <param name="name">Such as <c>orders.toErp</c>.</param>
    /// <param name="mappings">The pair's mapping documents (<see cref="PairMappings"/>), each with its shipped text.</param>
    public static string? Of(string name, IReadOnlyList<MappingPort> mappings) => name switch
    {
        DocumentNames.OrdersFlow => OrdersFlow,
        _ => mappings.FirstOrDefault(port => port.Name == name)?.Default,
    };
}
