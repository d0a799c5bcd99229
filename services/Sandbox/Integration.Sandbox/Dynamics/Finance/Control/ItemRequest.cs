using Integration.Sandbox.Control;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>What people change on an item; what is null stays as it is. An item number that is not there makes an item.</summary>
internal sealed record ItemRequest
{
    public string InventoryId { get; init; } = "";

    public string Company { get; init; } = "usmf";

    public string? Description { get; init; }

    public decimal? Price { get; init; }

    public decimal? Weight { get; init; }

    /// <summary>Another status than <c>Active</c> stops the item for sales orders.</summary>
    public string? Status { get; init; }

    /// <summary>Item sales tax group.</summary>
    public string? TaxGroup { get; init; }

    /// <summary>True makes a service.</summary>
    public bool Service { get; init; }

    /// <summary>Trade agreements over prices; one of the same price group, currency and quantity is replaced.</summary>
    public IReadOnlyList<ItemPrice> Prices { get; init; } = [];
}
