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

    /// <summary>Column with the customer's id, in inquiries that have neither of the others.</summary>
    public string CustomerID { get; init; } = "CustomerID";

    /// <summary>Column with the inventory ID of items.</summary>
    public string InventoryId { get; init; } = "InventoryID";

    /// <summary>Column with the status of items: an inquiry of items has it, one of their stock has not.</summary>
    public string ItemStatus { get; init; } = "ItemStatus";
}
