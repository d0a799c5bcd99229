using Integration.Contracts.Products;

namespace Integration.XCart.Products;

/// <summary>Which pictures are added and which removed so that a product shows the wanted ones. New ones come first, so that it is never without.</summary>
/// <param name="Add">Pictures to be added, each with its place.</param>
/// <param name="Remove">The shop's ids of those that nobody wants any more.</param>
internal sealed record PicturePlan(IReadOnlyList<(int Place, ProductImage Image)> Add, IReadOnlyList<long> Remove)
{
    private const int Step = 10;

    /// <summary>Compares by address. Without wanted ones all stay: an ERP that keeps no pictures takes none away.</summary>
    public static PicturePlan Of(IReadOnlyList<ProductImage> wanted, IReadOnlyList<(long Id, string? Url)> shown) => wanted.Count == 0
        ? new PicturePlan([], [])
        : new PicturePlan(
            [.. wanted.Index().Where(image => shown.All(old => old.Url != image.Item.Url)).Select(image => ((image.Index + 1) * Step, image.Item))],
            [.. shown.Where(old => wanted.All(image => image.Url != old.Url)).Select(old => old.Id)]);
}
