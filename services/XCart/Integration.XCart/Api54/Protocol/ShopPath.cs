using Integration.XCart.Api;

namespace Integration.XCart.Api54.Protocol;

/// <summary>
/// Path of one entity record in the REST API. A write to a path without id reaches every row of the table (DELETE removes them
/// all), so that a write can only be made to a path that has one.
/// </summary>
internal sealed record ShopPath
{
    private ShopPath(string text) => Text = text;

    /// <summary>As sent, such as <c>order/8</c>.</summary>
    public string Text { get; }

    /// <summary>A record's path, or null when the id is not a positive whole number.</summary>
    public static ShopPath? Of(string entity, string id) =>
        ShopId.Of(id) is { } number ? new ShopPath($"{entity}/{number}") : null;

    /// <summary>A record's path by the id that the shop gave it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id is not positive.</exception>
    public static ShopPath Of(string entity, long id)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
        return new ShopPath($"{entity}/{id}");
    }

    /// <summary>Where a new record is posted; the number is ignored by the shop.</summary>
    public static ShopPath New(string entity) => new($"{entity}/0");
}
