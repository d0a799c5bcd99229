namespace Integration.Acumatica;

/// <summary>Names of the key columns in the generic inquiries behind push notifications.</summary>
internal sealed record PushColumns
{
    /// <summary>Column with the order type.</summary>
    public string OrderType { get; init; } = "OrderType";

    /// <summary>Column with the order number.</summary>
    public string OrderNbr { get; init; } = "OrderNbr";

    /// <summary>Column with the shipment number.</summary>
    public string ShipmentNbr { get; init; } = "ShipmentNbr";

    /// <summary>Column with the item whose stock moved.</summary>
    public string InventoryId { get; init; } = "InventoryID";
}
