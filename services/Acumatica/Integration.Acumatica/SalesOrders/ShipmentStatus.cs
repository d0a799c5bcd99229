namespace Integration.Acumatica.SalesOrders;

/// <summary>Acumatica's words for how far a shipment is.</summary>
internal static class ShipmentStatus
{
    /// <summary>True when the goods have left. Correct Shipment brings a confirmed shipment, not yet billed, back to Open.</summary>
    public static bool IsConfirmed(string status) => status is "Confirmed" or "Invoiced" or "Completed";
}
