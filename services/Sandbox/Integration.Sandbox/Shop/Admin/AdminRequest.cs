namespace Integration.Sandbox.Shop.Admin;

/// <summary>Details of an administrator's action; each action reads only what concerns it.</summary>
public sealed record AdminRequest
{
    /// <summary>Payment status code, for <c>status</c>.</summary>
    public string? Payment { get; init; }

    /// <summary>Shipping status code, for <c>status</c>.</summary>
    public string? Shipping { get; init; }

    /// <summary>Tracking numbers, for <c>ship</c> and <c>track</c>.</summary>
    public IReadOnlyList<string> TrackingNumbers { get; init; } = [];

    /// <summary>Staff note, for <c>note</c>.</summary>
    public string? Note { get; init; }

    /// <summary>Amount of a refund; null for all that is left.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Shipping is given back too, for <c>take-back</c>.</summary>
    public bool WithShipping { get; init; }

    /// <summary>Why goods come back, for <c>take-back</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>New shipping cost, for <c>edit</c>.</summary>
    public decimal? ShippingCost { get; init; }

    /// <summary>Lines to change, for <c>edit</c>; the other lines stay. For <c>take-back</c> what comes back; none for everything.</summary>
    public IReadOnlyList<EditedLine> Lines { get; init; } = [];
}
