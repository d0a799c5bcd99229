namespace Integration.Contracts.Orders;

/// <summary>Fulfilment status of an order.</summary>
public enum FulfilmentStatus
{
    /// <summary>A code of the shop that the pair does not map.</summary>
    Unknown,

    /// <summary>Not worked on yet.</summary>
    New,

    /// <summary>Being picked or packed.</summary>
    Processing,

    /// <summary>A part has left.</summary>
    PartlyShipped,

    /// <summary>Everything has left.</summary>
    Shipped,

    /// <summary>Arrived.</summary>
    Delivered,

    /// <summary>Will not be delivered.</summary>
    WillNotDeliver,

    /// <summary>Came back.</summary>
    Returned,

    /// <summary>A part came back.</summary>
    PartlyReturned,
}
