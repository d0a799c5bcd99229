using Integration.Connectors.Pairs;
using Integration.Contracts.Records;

namespace Integration.Connectors.Hints;

/// <summary>Which entities' hints a pair's lanes read. A hint for anything else would leave a mark that nobody ever takes up.</summary>
internal static class HintedEntities
{
    /// <summary>True when the storefront's hint for this entity is read.</summary>
    public static bool OfStorefront(PairDefinition pair, string entity) => entity switch
    {
        Entities.Order => true,
        Entities.Customer => pair.Lanes.Customers is not null,
        _ => false,
    };

    /// <summary>True when the ERP's notification for this entity is read.</summary>
    public static bool OfErp(PairDefinition pair, string entity) => entity switch
    {
        Entities.Order or Entities.Shipment => true,
        Entities.Return or Entities.Credit => pair.Lanes.Returns is { ToStore: true },
        Entities.Customer => pair.Lanes.Customers is not null,
        Entities.Stock => pair.Lanes.Stock is not null,
        _ => false,
    };
}
