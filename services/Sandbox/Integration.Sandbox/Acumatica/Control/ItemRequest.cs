namespace Integration.Sandbox.Acumatica.Control;

/// <summary>What people change on an item; what is null stays as it is. An inventory ID that is not there makes a stock item.</summary>
internal sealed record ItemRequest
{
    public string InventoryId { get; init; } = "";

    public string? Description { get; init; }

    public string? Content { get; init; }

    public decimal? Price { get; init; }

    public decimal? Weight { get; init; }

    public string? WeightUnit { get; init; }

    public string? Status { get; init; }

    public bool? Export { get; init; }

    public int? Category { get; init; }

    public string? ImageUrl { get; init; }

    /// <summary>Sales prices; one of the same class, currency and quantity is replaced.</summary>
    public IReadOnlyList<ItemPrice> Prices { get; init; } = [];
}
