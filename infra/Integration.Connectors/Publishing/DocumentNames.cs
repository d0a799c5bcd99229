using Integration.Connectors.Pairs;

namespace Integration.Connectors.Publishing;

/// <summary>Names of what a pair publishes.</summary>
public static class DocumentNames
{
    /// <summary>The mapping document from the canonical order to the ERP's.</summary>
    public const string OrdersToErp = "orders.toErp";

    /// <summary>The flow document of the order lane.</summary>
    public const string OrdersFlow = "orders.flow";

    private const string Lookups = "lookups.";

    /// <summary>Everything that the pair has or could have of its own.</summary>
    public static IReadOnlyList<string> Of(PairDefinition pair) =>
        [OrdersToErp, OrdersFlow, .. pair.Lookups.Select(table => Lookup(table.Key)).Order(StringComparer.Ordinal)];

    /// <summary>The name of a code table.</summary>
    public static string Lookup(string table) => Lookups + table;

    /// <summary>The code table that the name stands for, or null.</summary>
    public static string? TableOf(string name) => name.StartsWith(Lookups, StringComparison.Ordinal) && name.Length > Lookups.Length ? name[Lookups.Length..] : null;
}
