using Integration.Sandbox.Control;

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

    /// <summary>True makes a template item instead of a stock item.</summary>
    public bool Template { get; init; }

    /// <summary>The template that a new item is a matrix item of.</summary>
    public string? TemplateId { get; init; }

    /// <summary>Class of a new item, which decides over its attributes.</summary>
    public string? ItemClass { get; init; }

    /// <summary>Values by attribute ID; an empty one takes the attribute away.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Sales prices; one of the same class, currency and quantity is replaced.</summary>
    public IReadOnlyList<ItemPrice> Prices { get; init; } = [];
}
