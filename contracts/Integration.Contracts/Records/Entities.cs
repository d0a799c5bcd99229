namespace Integration.Contracts.Records;

/// <summary>The canonical entity names used in looks, effects, links and references.</summary>
public static class Entities
{
    /// <summary>A sales order.</summary>
    public const string Order = "order";

    /// <summary>A customer account.</summary>
    public const string Customer = "customer";

    /// <summary>A shipment of goods against one or more orders.</summary>
    public const string Shipment = "shipment";

    /// <summary>An invoice for an order.</summary>
    public const string Invoice = "invoice";
}
