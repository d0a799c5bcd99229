using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;

namespace Integration.Connectors.Lanes.Reconciliation.Lists;

/// <summary>Why a side has no list of an entity, for people: the pair does not keep it alike, or the system cannot name it.</summary>
internal static class NoList
{
    /// <summary>Plain words; empty where there is nothing to say but that there is none.</summary>
    public static string Why(IConnector connector, PairDefinition pair, string entity)
    {
        var lanes = pair.Lanes;
        return entity switch
        {
            Entities.Payment or Entities.Refund when lanes.Payments is null => Off("payments"),
            Entities.Stock when lanes.Stock is null => Off("stock"),
            Entities.Product when lanes.Products is null => Off("products"),
            Entities.Customer when lanes.Customers is null => Off("customers"),
            Entities.Customer when lanes.Customers is { ToErp: false } => "The pair makes no customers in the ERP.",
            Entities.Return when lanes.Returns is null => Off("returns"),
            _ => connector.Unlisted.GetValueOrDefault(entity, ""),
        };
    }

    private static string Off(string lane) => $"The pair's lane {lane} is off.";
}
