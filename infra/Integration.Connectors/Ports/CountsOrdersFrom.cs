namespace Integration.Connectors.Ports;

/// <summary>From which state on an ERP's stock figure has an order deducted.</summary>
public enum CountsOrdersFrom
{
    /// <summary>As soon as it exists.</summary>
    Created,

    /// <summary>Once it is on no hold.</summary>
    OffHold,

    /// <summary>Once all of it is reserved for a shipment.</summary>
    Reserved,

    /// <summary>Once all of it has left.</summary>
    Shipped,
}
